import { Button } from "@patternfly/react-core";
import CheckIcon from "@patternfly/react-icons/dist/esm/icons/check-icon";
import PlusIcon from "@patternfly/react-icons/dist/esm/icons/plus-icon";
import type { Person, School } from "../../api/types";
import { FailureAlert } from "../feedback/FailureAlert";
import { LoadMore } from "../list/LoadMore";
import { calledName } from "./personName";
import { PersonName } from "./PersonName";
import { useI18n } from "../provider/I18nProvider";
import type { Pages } from "../hooks/usePages";
import { LoadingSkeleton } from "../feedback/LoadingSkeleton";

export type Verb = "add" | "choose";

interface Props {
  people: Pages<Person>;
  query: string;
  verb: Verb;
  schools: School[];
  isPicked: (person: Person) => boolean;
  membership?: (person: Person) => string | undefined;
  onPick: (person: Person) => void;
}

/** The people found, each with a button to pick them. */
export function PersonResults({ people, query, verb, schools, isPicked, membership, onPick }: Props) {
  const i18n = useI18n();
  if (people.starting) {
    return <LoadingSkeleton lines={3} />;
  }
  if (people.failure && people.items.length === 0) {
    return <FailureAlert failure={people.failure} onRetry={people.reload} />;
  }
  const found = people.items.length;
  return (
    <>
      <p className="relais-found" role="status">
        {found === 0
          ? i18n.t(query ? "search.nobody" : "search.nobody.filter", { query })
          : i18n.count(people.more ? "search.foundMore" : "search.found", found)}
      </p>
      {found > 0 && (
        <ul className="relais-rows relais-results" aria-label={i18n.t("search.results")}>
          {people.items.map((person) => {
            const already = membership?.(person);
            const chosen = isPicked(person);
            return (
              <li key={person.id} className="relais-row">
                <span className="relais-row__who">
                  <PersonName {...person} />
                </span>
                <span className="relais-row__what">{describe(person, schools)}</span>
                <span className="relais-row__acts">
                  {already ? (
                    <span className="relais-subtle">{already}</span>
                  ) : (
                    <Button
                      size="sm"
                      variant={chosen ? "tertiary" : "secondary"}
                      icon={chosen ? <CheckIcon /> : <PlusIcon />}
                      aria-pressed={chosen}
                      aria-label={i18n.t(`search.${verb}.${chosen ? "undo" : "of"}`, { name: calledName(person) })}
                      onClick={() => {
                        onPick(person);
                      }}
                    >
                      {i18n.t(`search.${verb}.${chosen ? "done" : "verb"}`)}
                    </Button>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <LoadMore pages={people} />
    </>
  );
}

/** The function and the schools; schools of one's own by name. */
function describe(person: Person, known: School[]) {
  const schools = person.schools.map((uai) => known.find((school) => school.uai === uai)?.name ?? uai);
  return [person.function, ...schools].filter(Boolean).join(" · ");
}
