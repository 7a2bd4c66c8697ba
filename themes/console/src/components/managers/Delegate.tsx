import { Button, Form, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useState } from "react";
import { Refused } from "../../api/failures";
import type { Me, WholeGroup } from "../../api/types";
import { useAnnounce } from "../Announcer";
import { DayField } from "../DayField";
import { Failure } from "../Failure";
import { GroupSelect } from "../GroupSelect";
import { PersonSearch } from "../PersonSearch";
import { ActButton } from "../ActButton";
import { Notice } from "../Notice";
import { useRelais, useWords } from "../Surroundings";
import { useAct } from "../useAct";

const KINDS = ["USER", "GROUP"] as const;
const LONGEST_DAYS = 365;

interface Chosen {
  id: string;
  name: string;
}

interface Props {
  group: WholeGroup;
  me: Me;
  done: () => void;
}

/** Lets a person or a group manage the group too, until a day. */
export function Delegate({ group, me, done }: Props) {
  const relais = useRelais();
  const words = useWords();
  const announce = useAnnounce();
  const { act, busy, failure } = useAct();
  const [kind, setKind] = useState<(typeof KINDS)[number]>("USER");
  const [chosen, setChosen] = useState<Chosen>();
  const latest = words.daysFromToday(LONGEST_DAYS);
  const [endsOn, setEndsOn] = useState(group.rules.latestEnd < latest ? group.rules.latestEnd : latest);
  const [given, setGiven] = useState<string>();
  const dayProblem =
    failure instanceof Refused ? failure.problems.find(({ field }) => field === "endsOn")?.errorMessage : undefined;

  const delegate = () =>
    chosen &&
    act(async () => {
      await relais.delegate(group.id, { type: kind, principalId: chosen.id, endsOn });
      const said = words.t("delegate.done", { name: chosen.name, day: words.day(endsOn) });
      announce(said);
      setGiven(said);
      setChosen(undefined);
      done();
    });

  return (
    <section className="relais-delegate" aria-labelledby="relais-delegate">
      <h2 id="relais-delegate">{words.t("delegate.title")}</h2>
      <p className="relais-subtle">{words.t("delegate.help")}</p>
      {given && <Notice variant="success" title={given} />}
      <ToggleGroup aria-label={words.t("delegate.kind")} isCompact>
        {KINDS.map((one) => (
          <ToggleGroupItem
            key={one}
            buttonId={`relais-delegate-${one}`}
            text={words.t(`delegate.${one}`)}
            isSelected={one === kind}
            onChange={() => {
              setKind(one);
              setChosen(undefined);
            }}
          />
        ))}
      </ToggleGroup>
      {kind === "USER" ? (
        <PersonSearch
          me={me}
          label={words.t("delegate.search")}
          verb="choose"
          picked={(person) => person.id === chosen?.id}
          pick={(person) => {
            setGiven(undefined);
            setChosen(person.id === chosen?.id ? undefined : { id: person.id, name: person.name });
          }}
        />
      ) : (
        <GroupSelect
          label={words.t("delegate.group")}
          beside={group}
          value={chosen?.id}
          change={(other) => {
            setGiven(undefined);
            setChosen(other && { id: other.id, name: `${other.label} – ${other.school.name}` });
          }}
        />
      )}
      {chosen && (
        <Form
          className="relais-panel"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void delegate();
          }}
        >
          <p>{words.t("delegate.sentence", { name: chosen.name, group: group.name })}</p>
          <DayField
            label={words.t("delegate.until")}
            value={endsOn}
            latest={latest}
            problem={dayProblem}
            change={setEndsOn}
          />
          {failure !== undefined && !dayProblem && <Failure failure={failure} />}
          <div className="relais-basket__acts">
            <ActButton type="submit" busy={busy} isDisabled={!endsOn}>
              {words.t("delegate.verb")}
            </ActButton>
            <Button
              variant="link"
              onClick={() => {
                setChosen(undefined);
              }}
            >
              {words.t("cancel")}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
