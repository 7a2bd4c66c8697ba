import { Button, Form, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useState } from "react";
import { Refused } from "../../api/failures";
import type { Me, GroupDetails } from "../../api/types";
import { useAnnounce } from "../provider/Announcer";
import { DayField } from "../form/DayField";
import { FailureAlert } from "../feedback/FailureAlert";
import { GroupSelect } from "../form/GroupSelect";
import { calledName } from "../people/personName";
import { PersonSearch } from "../people/PersonSearch";
import { ActionButton } from "../form/ActionButton";
import { InlineAlert } from "../feedback/InlineAlert";
import { useI18n } from "../provider/I18nProvider";
import { useApi } from "../provider/RelaisProvider";
import { useAction } from "../hooks/useAction";

const KINDS = ["USER", "GROUP"] as const;
const MAX_DAYS = 365;

interface Chosen {
  id: string;
  name: string;
}

interface Props {
  group: GroupDetails;
  me: Me;
  onDone: () => void;
}

/** Delegates the management of the group to a person or a group until a day. */
export function Delegate({ group, me, onDone }: Props) {
  const api = useApi();
  const i18n = useI18n();
  const announce = useAnnounce();
  const { perform, busy, failure } = useAction();
  const [kind, setKind] = useState<(typeof KINDS)[number]>("USER");
  const [chosen, setChosen] = useState<Chosen>();
  const latest = i18n.daysFromToday(MAX_DAYS);
  const [endsOn, setEndsOn] = useState(group.rules.latestEnd < latest ? group.rules.latestEnd : latest);
  const [confirmation, setConfirmation] = useState<string>();
  const dayProblem =
    failure instanceof Refused ? failure.problems.find(({ field }) => field === "endsOn")?.errorMessage : undefined;

  const delegate = () =>
    chosen &&
    perform(async () => {
      await api.delegate(group.id, { type: kind, principalId: chosen.id, endsOn });
      const text = i18n.t("delegate.done", { name: chosen.name, day: i18n.day(endsOn) });
      announce(text);
      setConfirmation(text);
      setChosen(undefined);
      onDone();
    });

  return (
    <section className="relais-delegate" aria-labelledby="relais-delegate">
      <h2 id="relais-delegate">{i18n.t("delegate.title")}</h2>
      <p className="relais-subtle">{i18n.t("delegate.help")}</p>
      {confirmation && <InlineAlert variant="success" title={confirmation} />}
      <ToggleGroup aria-label={i18n.t("delegate.kind")} isCompact>
        {KINDS.map((one) => (
          <ToggleGroupItem
            key={one}
            buttonId={`relais-delegate-${one}`}
            text={i18n.t(`delegate.${one}`)}
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
          label={i18n.t("delegate.search")}
          verb="choose"
          isPicked={(person) => person.id === chosen?.id}
          onPick={(person) => {
            setConfirmation(undefined);
            setChosen(person.id === chosen?.id ? undefined : { id: person.id, name: calledName(person) });
          }}
        />
      ) : (
        <GroupSelect
          label={i18n.t("delegate.group")}
          beside={group}
          value={chosen?.id}
          onChange={(other) => {
            setConfirmation(undefined);
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
          <p>{i18n.t("delegate.sentence", { name: chosen.name, group: group.name })}</p>
          <DayField
            label={i18n.t("delegate.until")}
            value={endsOn}
            latest={latest}
            problem={dayProblem}
            onChange={setEndsOn}
          />
          {failure !== undefined && !dayProblem && <FailureAlert failure={failure} />}
          <div className="relais-basket__acts">
            <ActionButton type="submit" busy={busy} isDisabled={!endsOn}>
              {i18n.t("delegate.verb")}
            </ActionButton>
            <Button
              variant="link"
              onClick={() => {
                setChosen(undefined);
              }}
            >
              {i18n.t("cancel")}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
