import { Button } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import type { Grant } from "../../api/types";
import { EndGrant } from "../../components/grant/EndGrant";
import { nameOf } from "../../components/grant/nameOf";
import { RenewGrant } from "../../components/grant/RenewGrant";
import { JournalLine } from "../../components/journal/JournalLine";
import { List } from "../../components/List";
import { Ready } from "../../components/Ready";
import { useWords } from "../../components/Surroundings";
import { useLoad } from "../../components/useLoad";
import { usePages } from "../../components/usePages";
import { useAdministration, useAdministrator } from "../administrator";
import { Back } from "../parts/Back";
import { useLinks } from "../route";
import { GrantFacts } from "./GrantFacts";

/** One access with its whole history. */
export function GrantPage({ id }: { id: string }) {
  const api = useAdministration();
  const words = useWords();
  const to = useLinks();
  const { mayManage } = useAdministrator();
  const [act, setAct] = useState<"renew" | "end">();
  const grant = useLoad(useCallback((signal: AbortSignal) => api.grant(id, signal), [api, id]));
  const lines = usePages(
    useCallback((cursor: string | undefined, signal: AbortSignal) => api.grantJournal(id, cursor, signal), [api, id]),
  );
  const close = () => {
    setAct(undefined);
  };
  const done = () => {
    close();
    grant.reload();
    lines.reload();
  };
  return (
    <section aria-label={words.t("grants.one")}>
      <Back to={to("access")} text={words.t("admin.access")} />
      <Ready of={grant}>
        {(value: Grant) => (
          <>
            <h2>{words.t("grants.title", { name: nameOf(value), group: value.groupName ?? "" })}</h2>
            <GrantFacts grant={value} />
            {mayManage && value.status !== "ENDED" && (
              <p className="relais-acts">
                <Button
                  variant="secondary"
                  onClick={() => {
                    setAct("renew");
                  }}
                >
                  {words.t("grant.change")}
                </Button>
                <Button
                  variant="danger"
                  onClick={() => {
                    setAct("end");
                  }}
                >
                  {words.t("grant.end.verb")}
                </Button>
              </p>
            )}
            {act === "renew" && <RenewGrant grant={value} close={close} done={done} />}
            {act === "end" && <EndGrant grant={value} close={close} done={done} />}
          </>
        )}
      </Ready>
      <h3>{words.t("grants.history")}</h3>
      <List pages={lines} none={words.t("admin.journal.none")}>
        <ol className="relais-rows relais-journal">
          {lines.items.map((line) => (
            <JournalLine key={line.id} line={line} />
          ))}
        </ol>
      </List>
    </section>
  );
}
