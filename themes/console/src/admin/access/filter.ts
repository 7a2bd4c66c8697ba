import type { GrantQuery } from "../../api/adminApi";
import type { GrantStatus } from "../../api/types";

const NAMES = ["school", "profile", "person", "grantedBy", "endingBefore"] as const;

/** Which accesses are wanted; those that run, unless something else is said. */
export interface GrantFilter extends Omit<GrantQuery, "status"> {
  status: GrantStatus | "ALL";
}

export const STATUSES = ["ACTIVE", "PENDING", "ENDED", "ALL"] as const;

export function fromSearchParams(params: URLSearchParams): GrantFilter {
  const given = NAMES.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : []));
  return {
    ...(Object.fromEntries(given) as GrantQuery),
    status: STATUSES.find((known) => known === params.get("status")) ?? "ACTIVE",
  };
}

/** The address of a filter; what is so anyway is not said. */
export function toSearchParams({ status, ...filter }: GrantFilter) {
  const said = NAMES.flatMap((name) => {
    const value = filter[name];
    return value ? [[name, value]] : [];
  });
  return new URLSearchParams(status === "ACTIVE" ? said : [...said, ["status", status]]);
}

export function toQuery({ status, ...filter }: GrantFilter): GrantQuery {
  return status === "ALL" ? filter : { ...filter, status };
}

/** The first day after the school year that runs: what has ended by then ends with it. */
export function afterSchoolYear(today: string) {
  const year = Number(today.slice(0, 4));
  return today <= `${String(year)}-08-31` ? `${String(year)}-09-01` : `${String(year + 1)}-09-01`;
}

/** The last day to be offered for a renewal: that of the school year, in its last three months of the next one. */
export function renewedEnd(today: string) {
  const year = Number(today.slice(0, 4));
  return `${String(today.slice(5) >= "06-01" ? year + 1 : year)}-08-31`;
}
