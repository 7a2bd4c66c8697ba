import { useCallback } from "react";
import type { Grant } from "../../api/types";
import { useI18n } from "../../components/provider/I18nProvider";
import { useLoad } from "../../components/hooks/useLoad";
import { useAdminApi } from "../administrator";
import { SelectFilter } from "../components/SelectFilter";
import { DayFilter } from "../components/DayFilter";
import { PersonField } from "../components/PersonField";
import { SchoolField } from "../components/SchoolField";
import { type GrantFilter, STATUSES } from "./filter";

interface Props {
  filter: GrantFilter;
  /** The entries shown: they give the names of the people filtered by. */
  grants: Grant[];
  onChange: (filter: GrantFilter) => void;
}

export function GrantFilters({ filter, grants, onChange }: Props) {
  const i18n = useI18n();
  const set = (part: Partial<GrantFilter>) => {
    onChange({ ...filter, ...part });
  };
  return (
    <div className="relais-filters relais-filters--grid" role="search" aria-label={i18n.t("admin.access.filter")}>
      <SchoolField
        label={i18n.t("filter.school")}
        value={filter.school ?? ""}
        onChange={(school) => {
          set({ school });
        }}
      />
      <ProfileChoice
        value={filter.profile ?? ""}
        onChange={(profile) => {
          set({ profile });
        }}
      />
      <SelectFilter
        label={i18n.t("filter.status")}
        value={filter.status}
        options={STATUSES.map((value) => ({ value, text: i18n.t(`filter.status.${value}`) }))}
        onChange={(status) => {
          set({ status: status as GrantFilter["status"] });
        }}
      />
      <PersonField
        label={i18n.t("filter.person")}
        value={filter.person ?? ""}
        name={grants.find((grant) => grant.userId === filter.person)?.personName ?? undefined}
        onChange={(person) => {
          set({ person });
        }}
      />
      <PersonField
        label={i18n.t("filter.giver")}
        value={filter.grantedBy ?? ""}
        name={grants.find((grant) => grant.grantedBy?.id === filter.grantedBy)?.grantedBy?.name ?? undefined}
        onChange={(grantedBy) => {
          set({ grantedBy });
        }}
      />
      <DayFilter
        label={i18n.t("filter.endingBefore")}
        value={filter.endingBefore ?? ""}
        onChange={(endingBefore) => {
          set({ endingBefore });
        }}
      />
    </div>
  );
}

interface ProfileChoiceProps {
  value: string;
  onChange: (suffix: string) => void;
}

function ProfileChoice({ value, onChange }: ProfileChoiceProps) {
  const api = useAdminApi();
  const i18n = useI18n();
  const profiles = useLoad(useCallback((signal: AbortSignal) => api.profiles(signal), [api]));
  return (
    <SelectFilter
      label={i18n.t("filter.profile")}
      value={value}
      options={[
        { value: "", text: i18n.t("filter.all") },
        ...(profiles.value ?? []).map(({ suffix, labelFr, labelEn }) => ({
          value: suffix,
          text: `${i18n.language === "fr" ? labelFr : labelEn} (${suffix})`,
        })),
      ]}
      onChange={onChange}
    />
  );
}
