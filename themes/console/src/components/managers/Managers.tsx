import { Button, Label } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import type { Manager, Me, WholeGroup } from "../../api/types";
import { useAnnounce } from "../Announcer";
import { Confirm } from "../Confirm";
import { Failure } from "../Failure";
import { useRelais, useWords } from "../Surroundings";
import { useLoad } from "../useLoad";
import { Waiting } from "../Waiting";
import { Delegate } from "./Delegate";

interface Props {
  group: WholeGroup;
  me: Me;
  /** What to say to whoever may not delegate. */
  closed?: string;
}

/** Who manages the group: by the rule, and by delegation. */
export function Managers({ group, me, closed }: Props) {
  const relais = useRelais();
  const words = useWords();
  const announce = useAnnounce();
  const [withdrawn, setWithdrawn] = useState<Manager>();
  const managers = useLoad(useCallback((signal: AbortSignal) => relais.managers(group.id, signal), [relais, group.id]));
  const close = () => {
    setWithdrawn(undefined);
  };
  return (
    <>
      <section className="relais-managers" aria-label={words.t("managers.title")}>
        <h2>{words.t("managers.title")}</h2>
        {managers.loading && !managers.value && <Waiting lines={2} />}
        {managers.failure !== undefined && <Failure failure={managers.failure} retry={managers.reload} />}
        <ul className="relais-rows">
          {managers.value?.map((manager) => (
            <li key={manager.id} className="relais-row">
              <span className="relais-row__who">
                <strong>{manager.name ?? words.t("someone")}</strong>
              </span>
              <span className="relais-row__what">
                {manager.byProfile || !manager.endsOn ? (
                  <Label isCompact>{words.t("managers.byProfile")}</Label>
                ) : (
                  <Label isCompact color="blue">
                    {words.t("managers.delegated", { day: words.day(manager.endsOn) })}
                  </Label>
                )}
              </span>
              {!manager.byProfile && group.mayDelegate && (
                <span className="relais-row__acts">
                  <Button
                    variant="link"
                    size="sm"
                    isDanger
                    aria-label={words.t("managers.withdraw.of", { name: manager.name ?? "" })}
                    onClick={() => {
                      setWithdrawn(manager);
                    }}
                  >
                    {words.t("managers.withdraw")}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
      {group.mayDelegate ? (
        <Delegate group={group} me={me} done={managers.reload} />
      ) : (
        closed && <p className="relais-lead">{closed}</p>
      )}
      {withdrawn && (
        <Confirm
          title={words.t("managers.withdraw.title", { name: withdrawn.name ?? "" })}
          verb={words.t("managers.withdraw")}
          close={close}
          refused={() => {
            close();
            managers.reload();
          }}
          act={async () => {
            await relais.withdraw(group.id, withdrawn.id);
            announce(words.t("managers.withdrawn", { name: withdrawn.name ?? "" }));
            close();
            managers.reload();
          }}
        >
          {words.t("managers.withdraw.body", { name: withdrawn.name ?? "", group: group.name })}
        </Confirm>
      )}
    </>
  );
}
