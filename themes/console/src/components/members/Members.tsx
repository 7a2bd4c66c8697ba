import { TextInput, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useCallback, useId, useState } from "react";
import type { Grant, Origin, WholeGroup } from "../../api/types";
import { Failure } from "../Failure";
import { More } from "../More";
import { useRelais, useWords } from "../Surroundings";
import { useDelayed } from "../useDelayed";
import { usePages } from "../usePages";
import { useTurn } from "../useTurn";
import { Waiting } from "../Waiting";
import type { BasketState } from "../basket/useBasket";
import { EndGrant } from "../grant/EndGrant";
import { RenewGrant } from "../grant/RenewGrant";
import { MemberRow } from "./MemberRow";

const ORIGINS = [undefined, "OFFICIAL", "GRANTED", "PENDING"] as const;

interface Props {
  group: WholeGroup;
  /** Absent where nothing can be changed. */
  basket: BasketState | undefined;
  /** Another number loads the list again. */
  turn: number;
  changed: () => void;
}

/** Who is in the group, and why. */
export function Members({ group, basket, turn, changed }: Props) {
  const relais = useRelais();
  const words = useWords();
  const id = useId();
  const [origin, setOrigin] = useState<Origin>();
  const [q, setQ] = useState("");
  const [asked, setAsked] = useState<{ act: "renew" | "end"; grant: Grant }>();
  const typed = useDelayed(q.trim());
  const members = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) =>
        relais.members(group.id, { origin, q: typed, cursor }, signal),
      [relais, group.id, origin, typed],
    ),
  );
  const { reload } = members;
  useTurn(turn, reload);
  const counts = { OFFICIAL: group.counts.official, GRANTED: group.counts.granted, PENDING: group.counts.pending };
  const close = () => {
    setAsked(undefined);
  };
  const done = () => {
    close();
    reload();
    changed();
  };
  return (
    <section className="relais-members" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.t("members.title")}</h2>
      <div className="relais-filters">
        <ToggleGroup aria-label={words.t("members.origin")} isCompact>
          {ORIGINS.map((one) => (
            <ToggleGroupItem
              key={one ?? "ALL"}
              buttonId={`${id}-${one ?? "ALL"}`}
              text={words.t(`members.${one ?? "ALL"}`, {
                n: words.number(one ? counts[one] : counts.OFFICIAL + counts.GRANTED + counts.PENDING),
              })}
              isSelected={one === origin}
              onChange={() => {
                setOrigin(one);
              }}
            />
          ))}
        </ToggleGroup>
        <div className="relais-field">
          <label className="relais-unseen" htmlFor={`${id}-q`}>
            {words.t("members.filter")}
          </label>
          <TextInput
            id={`${id}-q`}
            type="search"
            value={q}
            maxLength={100}
            placeholder={words.t("members.filter")}
            onChange={(_, text) => {
              setQ(text);
            }}
          />
        </div>
      </div>
      {members.starting && <Waiting lines={4} />}
      {members.failure !== undefined && members.items.length === 0 && (
        <Failure failure={members.failure} retry={reload} />
      )}
      {!members.loading && !members.failure && members.items.length === 0 && (
        <p className="relais-empty">{words.t(typed || origin ? "members.noneFound" : "members.none")}</p>
      )}
      <ul className="relais-rows" aria-label={words.t("members.title")}>
        {members.items.map((member) => (
          <MemberRow
            key={member.grant?.id ?? member.person?.id}
            member={member}
            basket={basket}
            edit={(grant) => {
              setAsked({ act: "renew", grant });
            }}
          />
        ))}
      </ul>
      {members.items.length > 0 && <More pages={members} />}
      {asked?.act === "renew" && (
        <RenewGrant
          grant={asked.grant}
          close={close}
          done={done}
          end={() => {
            setAsked({ act: "end", grant: asked.grant });
          }}
        />
      )}
      {asked?.act === "end" && <EndGrant grant={asked.grant} close={close} done={done} />}
    </section>
  );
}
