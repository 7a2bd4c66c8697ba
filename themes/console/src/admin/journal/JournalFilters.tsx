import type { JournalQuery } from "../../api/adminApi";
import type { JournalEntry } from "../../api/types";
import { useI18n } from "../../components/provider/I18nProvider";
import { SelectFilter } from "../components/SelectFilter";
import { DayFilter } from "../components/DayFilter";
import { PersonField } from "../components/PersonField";
import { SchoolField } from "../components/SchoolField";
import { ACTIONS, toSearchParams } from "./filter";

interface Props {
  filter: JournalQuery;
  /** The entries shown: they give the names of the people filtered by. */
  lines: JournalEntry[];
  onChange: (params: URLSearchParams) => void;
}

export function JournalFilters({ filter, lines, onChange }: Props) {
  const i18n = useI18n();
  const set = (part: JournalQuery) => {
    onChange(toSearchParams({ ...filter, ...part }));
  };
  return (
    <div className="relais-filters relais-filters--grid" role="search" aria-label={i18n.t("admin.journal.filter")}>
      <SchoolField
        label={i18n.t("filter.school")}
        value={filter.school ?? ""}
        onChange={(school) => {
          set({ school });
        }}
      />
      <PersonField
        label={i18n.t("filter.person")}
        value={filter.person ?? ""}
        name={lines.find((line) => line.person?.id === filter.person)?.person?.name ?? undefined}
        onChange={(person) => {
          set({ person });
        }}
      />
      <PersonField
        label={i18n.t("filter.actor")}
        value={filter.actor ?? ""}
        name={lines.find((line) => line.actor?.id === filter.actor)?.actor?.name ?? undefined}
        onChange={(actor) => {
          set({ actor });
        }}
      />
      <SelectFilter
        label={i18n.t("filter.action")}
        value={filter.action ?? ""}
        options={[
          { value: "", text: i18n.t("filter.all") },
          ...ACTIONS.map((value) => ({ value, text: i18n.t(`action.${value}`) })),
        ]}
        onChange={(action) => {
          set({ action });
        }}
      />
      <DayFilter
        label={i18n.t("filter.from")}
        value={filter.from ?? ""}
        onChange={(from) => {
          set({ from });
        }}
      />
      <DayFilter
        label={i18n.t("filter.to")}
        value={filter.to ?? ""}
        onChange={(to) => {
          set({ to });
        }}
      />
    </div>
  );
}
