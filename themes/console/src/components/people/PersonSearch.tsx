import { Button, TextInput } from "@patternfly/react-core";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import type { Me, Person } from "../../api/types";
import { PersonFilters } from "./PersonFilters";
import { PersonResults, type Verb } from "./PersonResults";
import { useI18n } from "../provider/I18nProvider";
import { useApi } from "../provider/RelaisProvider";
import { useDebounced } from "../hooks/useDebounced";
import { usePages } from "../hooks/usePages";
import { useReloadOn } from "../hooks/useReloadOn";

interface Props {
  me: Me;
  /** The group in which the people found may already be members. */
  groupId?: string;
  label: string;
  /** Whether people are added to a list or one is selected. */
  verb: Verb;
  /** Whether the field takes the focus when it appears. */
  autoFocus?: boolean;
  isPicked: (person: Person) => boolean;
  /** Why a person cannot be picked: their membership in words. */
  membership?: (person: Person) => string | undefined;
  onPick: (person: Person) => void;
  /** A new number repeats the search. */
  version?: number;
  /** Offered when the search finds nobody. */
  onNobodyFound?: () => void;
}

const NOBODY = { items: [], next: null };

/** Searches people while one types: by name or identifier, organisation and type. */
export function PersonSearch({
  me,
  groupId,
  label,
  verb,
  autoFocus,
  isPicked,
  membership,
  onPick,
  version = 0,
  onNobodyFound,
}: Props) {
  const api = useApi();
  const i18n = useI18n();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [q, setQ] = useState("");
  const [school, setSchool] = useState("all");
  const [type, setType] = useState("");
  const typed = useDebounced(q.trim());
  const { shortestQuery, longestQuery } = me.limits;
  const enough = typed.length >= shortestQuery || school !== "all" || type !== "";

  const people = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) =>
        enough ? api.people({ q: typed, school, type, group: groupId, cursor }, signal) : Promise.resolve(NOBODY),
      [api, enough, typed, school, type, groupId],
    ),
  );

  useReloadOn(version, people.reload);

  useEffect(() => {
    // Not on a touch screen, where the keyboard would cover half of the page.
    if (autoFocus && window.matchMedia("(pointer: fine)").matches) {
      field.current?.focus();
    }
  }, [autoFocus]);

  return (
    <div className="relais-search">
      <div className="relais-filters">
        <div className="relais-field relais-field--wide">
          <label htmlFor={`${id}-q`}>{label}</label>
          <TextInput
            ref={field}
            id={`${id}-q`}
            type="search"
            value={q}
            maxLength={longestQuery}
            autoComplete="off"
            placeholder={i18n.t("search.placeholder")}
            aria-describedby={`${id}-hint`}
            onChange={(_, text) => {
              setQ(text);
            }}
          />
        </div>
        <PersonFilters
          schools={me.schools}
          school={school}
          type={type}
          onChange={(filter) => {
            setSchool(filter.school);
            setType(filter.type);
          }}
        />
      </div>
      <p id={`${id}-hint`} className="relais-subtle relais-hint" hidden={enough}>
        {i18n.count("search.hint", shortestQuery)}
      </p>
      {enough && (
        <PersonResults
          people={people}
          query={typed}
          verb={verb}
          schools={me.schools}
          isPicked={isPicked}
          membership={membership}
          onPick={onPick}
        />
      )}
      {enough && onNobodyFound && !people.loading && !people.failure && people.items.length === 0 && (
        <Button variant="link" isInline onClick={onNobodyFound}>
          {i18n.t("search.elsewhere")}
        </Button>
      )}
    </div>
  );
}
