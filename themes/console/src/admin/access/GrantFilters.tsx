import { useCallback } from "react";
import type { Grant } from "../../api/types";
import { useWords } from "../../components/Surroundings";
import { useLoad } from "../../components/useLoad";
import { useAdministration } from "../administrator";
import { Choice } from "../parts/Choice";
import { DayFilter } from "../parts/DayFilter";
import { PersonField } from "../parts/PersonField";
import { SchoolField } from "../parts/SchoolField";
import { type GrantFilter, STATUSES } from "./filter";

interface Props {
  filter: GrantFilter;
  /** What is shown: it knows the names of those who are filtered by. */
  grants: Grant[];
  change: (filter: GrantFilter) => void;
}

export function GrantFilters({ filter, grants, change }: Props) {
  const words = useWords();
  const set = (part: Partial<GrantFilter>) => {
    change({ ...filter, ...part });
  };
  return (
    <div className="relais-filters relais-filters--grid" role="search" aria-label={words.t("admin.access.filter")}>
      <SchoolField
        label={words.t("filter.school")}
        value={filter.school ?? ""}
        change={(school) => {
          set({ school });
        }}
      />
      <ProfileChoice
        value={filter.profile ?? ""}
        change={(profile) => {
          set({ profile });
        }}
      />
      <Choice
        label={words.t("filter.status")}
        value={filter.status}
        options={STATUSES.map((value) => ({ value, text: words.t(`filter.status.${value}`) }))}
        change={(status) => {
          set({ status: status as GrantFilter["status"] });
        }}
      />
      <PersonField
        label={words.t("filter.person")}
        value={filter.person ?? ""}
        name={grants.find((grant) => grant.userId === filter.person)?.personName ?? undefined}
        change={(person) => {
          set({ person });
        }}
      />
      <PersonField
        label={words.t("filter.giver")}
        value={filter.grantedBy ?? ""}
        name={grants.find((grant) => grant.grantedBy?.id === filter.grantedBy)?.grantedBy?.name ?? undefined}
        change={(grantedBy) => {
          set({ grantedBy });
        }}
      />
      <DayFilter
        label={words.t("filter.endingBefore")}
        value={filter.endingBefore ?? ""}
        change={(endingBefore) => {
          set({ endingBefore });
        }}
      />
    </div>
  );
}

interface ProfileChoiceProps {
  value: string;
  change: (suffix: string) => void;
}

function ProfileChoice({ value, change }: ProfileChoiceProps) {
  const api = useAdministration();
  const words = useWords();
  const profiles = useLoad(useCallback((signal: AbortSignal) => api.profiles(signal), [api]));
  return (
    <Choice
      label={words.t("filter.profile")}
      value={value}
      options={[
        { value: "", text: words.t("filter.all") },
        ...(profiles.value ?? []).map(({ suffix, labelFr, labelEn }) => ({
          value: suffix,
          text: `${words.language === "fr" ? labelFr : labelEn} (${suffix})`,
        })),
      ]}
      change={change}
    />
  );
}
