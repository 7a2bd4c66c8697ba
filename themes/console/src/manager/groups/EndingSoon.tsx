import { Button } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import type { Grant } from "../../api/types";
import { useRelais, useWords } from "../../components/Surroundings";
import { useLoad } from "../../components/useLoad";
import { EndGrant } from "../../components/grant/EndGrant";
import { RenewGrant } from "../../components/grant/RenewGrant";
import { linkTo } from "../route";

/** Days ahead that people want to be told of. */
const SOON = 15;

interface Asked {
  act: "renew" | "end";
  grant: Grant;
}

/** What ends in the next days, the next first; nothing where nothing does. */
export function EndingSoon({ changed }: { changed: () => void }) {
  const relais = useRelais();
  const words = useWords();
  const [asked, setAsked] = useState<Asked>();
  const dayAfter = words.daysFromToday(SOON + 1);
  const grants = useLoad(
    useCallback((signal: AbortSignal) => relais.grantsEndingBefore(dayAfter, signal), [relais, dayAfter]),
  );
  const items = grants.value?.items ?? [];
  const close = () => {
    setAsked(undefined);
  };
  const done = () => {
    close();
    grants.reload();
    changed();
  };
  if (items.length === 0) {
    return null;
  }
  return (
    <section className="relais-soon" aria-label={words.t("soon.title", { days: SOON })}>
      <h2>{words.t("soon.title", { days: SOON })}</h2>
      <ul className="relais-rows">
        {items.map((grant) => {
          const name = grant.personName ?? grant.identifier ?? "";
          return (
            <li key={grant.id} className="relais-row">
              <span className="relais-row__who">
                <strong>{name}</strong>{" "}
                <a className="relais-technical" {...linkTo({ page: "group", id: grant.groupId, tab: "members" })}>
                  {grant.groupName}
                </a>
              </span>
              <span className="relais-row__what">
                {words.t("soon.ends", { when: words.fromToday(grant.endsOn), day: words.day(grant.endsOn) })}
              </span>
              <span className="relais-row__acts">
                <Button
                  variant="secondary"
                  size="sm"
                  aria-label={words.t("grant.renew.of", { name })}
                  onClick={() => {
                    setAsked({ act: "renew", grant });
                  }}
                >
                  {words.t("grant.renew")}
                </Button>
                <Button
                  variant="link"
                  size="sm"
                  isDanger
                  aria-label={words.t("grant.end.of", { name })}
                  onClick={() => {
                    setAsked({ act: "end", grant });
                  }}
                >
                  {words.t("grant.end")}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {asked?.act === "renew" && <RenewGrant grant={asked.grant} close={close} done={done} />}
      {asked?.act === "end" && <EndGrant grant={asked.grant} close={close} done={done} />}
    </section>
  );
}
