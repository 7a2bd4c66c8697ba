import { Button, TextInput } from "@patternfly/react-core";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import type { Me, Person } from "../api/types";
import { PersonFilters } from "./PersonFilters";
import { PersonResults, type Verb } from "./PersonResults";
import { useRelais, useWords } from "./Surroundings";
import { useDelayed } from "./useDelayed";
import { usePages } from "./usePages";
import { useTurn } from "./useTurn";

interface Props {
  me: Me;
  /** Where people may be members already. */
  groupId?: string;
  label: string;
  /** Whether people are added to others or one is chosen. */
  verb: Verb;
  /** Whether the page begins here. */
  begin?: boolean;
  picked: (person: Person) => boolean;
  /** Why somebody cannot be picked. */
  standing?: (person: Person) => string | undefined;
  pick: (person: Person) => void;
  /** Another number searches again. */
  turn?: number;
  /** Where to go when nobody is found. */
  elsewhere?: () => void;
}

const NOBODY = { items: [], next: null };

/** Searches people as one types: by name or identifier, organisation and type. */
export function PersonSearch({ me, groupId, label, verb, begin, picked, standing, pick, turn = 0, elsewhere }: Props) {
  const relais = useRelais();
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [q, setQ] = useState("");
  const [school, setSchool] = useState("all");
  const [type, setType] = useState("");
  const typed = useDelayed(q.trim());
  const { shortestQuery, longestQuery } = me.limits;
  const enough = typed.length >= shortestQuery || school !== "all" || type !== "";

  const people = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) =>
        enough ? relais.people({ q: typed, school, type, group: groupId, cursor }, signal) : Promise.resolve(NOBODY),
      [relais, enough, typed, school, type, groupId],
    ),
  );

  useTurn(turn, people.reload);

  useEffect(() => {
    // Not where a keyboard would cover half of the screen.
    if (begin && window.matchMedia("(pointer: fine)").matches) {
      field.current?.focus();
    }
  }, [begin]);

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
            placeholder={words.t("search.placeholder")}
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
          change={(filter) => {
            setSchool(filter.school);
            setType(filter.type);
          }}
        />
      </div>
      <p id={`${id}-hint`} className="relais-subtle relais-hint" hidden={enough}>
        {words.count("search.hint", shortestQuery)}
      </p>
      {enough && (
        <PersonResults
          people={people}
          query={typed}
          verb={verb}
          schools={me.schools}
          picked={picked}
          standing={standing}
          pick={pick}
        />
      )}
      {enough && elsewhere && !people.loading && !people.failure && people.items.length === 0 && (
        <Button variant="link" isInline onClick={elsewhere}>
          {words.t("search.elsewhere")}
        </Button>
      )}
    </div>
  );
}
