import type { GrantQuery } from "../../api/adminApi";
import type { GrantStatus } from "../../api/types";

const NAMES = ["school", "profile", "person", "grantedBy", "endingBefore"] as const;

/** The filter of the list of access grants; by default the active ones. */
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

/** Writes the filter into the address; defaults are left out. */
export function toSearchParams({ status, ...filter }: GrantFilter) {
  const entries = NAMES.flatMap((name) => {
    const value = filter[name];
    return value ? [[name, value]] : [];
  });
  return new URLSearchParams(status === "ACTIVE" ? entries : [...entries, ["status", status]]);
}

export function toQuery({ status, ...filter }: GrantFilter): GrantQuery {
  return status === "ALL" ? filter : { ...filter, status };
}

/** The first day after the current school year: a grant that ends before it ends with the year. */
export function afterSchoolYear(today: string) {
  const year = Number(today.slice(0, 4));
  return today <= `${String(year)}-08-31` ? `${String(year)}-09-01` : `${String(year + 1)}-09-01`;
}

/** The last day suggested for a renewal: the end of the school year, from June on that of the next one. */
export function renewedEnd(today: string) {
  const year = Number(today.slice(0, 4));
  return `${String(today.slice(5) >= "06-01" ? year + 1 : year)}-08-31`;
}
