import type { JournalQuery } from "../../api/administration";
import type { JournalEntry } from "../../api/types";
import { useWords } from "../../components/Surroundings";
import { Choice } from "../parts/Choice";
import { DayFilter } from "../parts/DayFilter";
import { PersonField } from "../parts/PersonField";
import { SchoolField } from "../parts/SchoolField";
import { ACTIONS, asked } from "./filter";

interface Props {
  filter: JournalQuery;
  /** What is shown: it knows the names of those who are filtered by. */
  lines: JournalEntry[];
  change: (asked: URLSearchParams) => void;
}

export function JournalFilters({ filter, lines, change }: Props) {
  const words = useWords();
  const set = (part: JournalQuery) => {
    change(asked({ ...filter, ...part }));
  };
  return (
    <div className="relais-filters relais-filters--grid" role="search" aria-label={words.t("admin.journal.filter")}>
      <SchoolField
        label={words.t("filter.school")}
        value={filter.school ?? ""}
        change={(school) => {
          set({ school });
        }}
      />
      <PersonField
        label={words.t("filter.person")}
        value={filter.person ?? ""}
        name={lines.find((line) => line.person?.id === filter.person)?.person?.name ?? undefined}
        change={(person) => {
          set({ person });
        }}
      />
      <PersonField
        label={words.t("filter.actor")}
        value={filter.actor ?? ""}
        name={lines.find((line) => line.actor?.id === filter.actor)?.actor?.name ?? undefined}
        change={(actor) => {
          set({ actor });
        }}
      />
      <Choice
        label={words.t("filter.action")}
        value={filter.action ?? ""}
        options={[
          { value: "", text: words.t("filter.all") },
          ...ACTIONS.map((value) => ({ value, text: words.t(`action.${value}`) })),
        ]}
        change={(action) => {
          set({ action });
        }}
      />
      <DayFilter
        label={words.t("filter.from")}
        value={filter.from ?? ""}
        change={(from) => {
          set({ from });
        }}
      />
      <DayFilter
        label={words.t("filter.to")}
        value={filter.to ?? ""}
        change={(to) => {
          set({ to });
        }}
      />
    </div>
  );
}
