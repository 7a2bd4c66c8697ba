import { Button, Label } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import type { Grant } from "../../api/types";
import { useRelais, useWords } from "../../components/Surroundings";
import { More } from "../../components/More";
import { nameOf } from "../../components/grant/nameOf";
import { usePages } from "../../components/usePages";
import { EndGrant } from "../../components/grant/EndGrant";
import { RenewGrant } from "../../components/grant/RenewGrant";
import { useTurn } from "../../components/useTurn";
import { linkTo } from "../route";

/** Days ahead that people want to be told of. */
const SOON = 15;

interface Asked {
  act: "renew" | "end";
  grant: Grant;
}

interface Props {
  /** Another number loads the list again. */
  turn?: number;
  changed: () => void;
}

/** What ends in the next days, the next first; nothing where nothing does. */
export function EndingSoon({ turn = 0, changed }: Props) {
  const relais = useRelais();
  const words = useWords();
  const [asked, setAsked] = useState<Asked>();
  const dayAfter = words.daysFromToday(SOON + 1);
  const grants = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) => relais.grantsEndingBefore(dayAfter, cursor, signal),
      [relais, dayAfter],
    ),
  );
  const { items } = grants;
  useTurn(turn, grants.reload);
  const close = () => {
    setAsked(undefined);
  };
  const done = () => {
    close();
    grants.reload();
    changed();
  };
  if (items.length === 0 && grants.failure === undefined) {
    return null;
  }
  return (
    <section className="relais-soon" aria-label={words.t("soon.title", { days: SOON })}>
      <h2>{words.t("soon.title", { days: SOON })}</h2>
      <ul className="relais-rows">
        {items.map((grant) => {
          const name = nameOf(grant);
          return (
            <li key={grant.id} className="relais-row">
              <span className="relais-row__who">
                <strong>{name}</strong>{" "}
                <a className="relais-technical" {...linkTo({ page: "group", id: grant.groupId, tab: "members" })}>
                  {grant.groupName}
                </a>
              </span>
              <span className="relais-row__what">
                {grant.status === "PENDING" && (
                  <Label isCompact color="orange">
                    {words.t("basket.pending")}
                  </Label>
                )}
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
      <More pages={grants} />
      {asked?.act === "renew" && <RenewGrant extend grant={asked.grant} close={close} done={done} />}
      {asked?.act === "end" && <EndGrant grant={asked.grant} close={close} done={done} />}
    </section>
  );
}
