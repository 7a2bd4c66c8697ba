import { TextInput, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useCallback, useId, useState } from "react";
import type { Grant, Origin, GroupDetails } from "../../api/types";
import { FailureAlert } from "../feedback/FailureAlert";
import { LoadMore } from "../list/LoadMore";
import { useI18n } from "../provider/I18nProvider";
import { useApi } from "../provider/RelaisProvider";
import { useDebounced } from "../hooks/useDebounced";
import { usePages } from "../hooks/usePages";
import { useReloadOn } from "../hooks/useReloadOn";
import { LoadingSkeleton } from "../feedback/LoadingSkeleton";
import type { BasketState } from "../basket/useBasket";
import { EndGrant } from "../grant/EndGrant";
import { RenewGrant } from "../grant/RenewGrant";
import { MemberRow } from "./MemberRow";

const ORIGINS = [undefined, "OFFICIAL", "GRANTED", "PENDING"] as const;

interface Props {
  group: GroupDetails;
  /** Absent if the list is read-only. */
  basket: BasketState | undefined;
  /** A new number reloads the list. */
  version: number;
  onChanged: () => void;
}

/** The members of a group, filtered by origin and name. */
export function Members({ group, basket, version, onChanged }: Props) {
  const api = useApi();
  const i18n = useI18n();
  const id = useId();
  const [origin, setOrigin] = useState<Origin>();
  const [q, setQ] = useState("");
  const [dialog, setDialog] = useState<{ action: "renew" | "end"; grant: Grant }>();
  const typed = useDebounced(q.trim());
  const members = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) => api.members(group.id, { origin, q: typed, cursor }, signal),
      [api, group.id, origin, typed],
    ),
  );
  const { reload } = members;
  useReloadOn(version, reload);
  const counts = { OFFICIAL: group.counts.official, GRANTED: group.counts.granted, PENDING: group.counts.pending };
  const close = () => {
    setDialog(undefined);
  };
  const done = () => {
    close();
    reload();
    onChanged();
  };
  return (
    <section className="relais-members" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{i18n.t("members.title")}</h2>
      <div className="relais-filters">
        <ToggleGroup aria-label={i18n.t("members.origin")} isCompact>
          {ORIGINS.map((one) => (
            <ToggleGroupItem
              key={one ?? "ALL"}
              buttonId={`${id}-${one ?? "ALL"}`}
              text={i18n.t(`members.${one ?? "ALL"}`, {
                n: i18n.number(one ? counts[one] : counts.OFFICIAL + counts.GRANTED + counts.PENDING),
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
            {i18n.t("members.filter")}
          </label>
          <TextInput
            id={`${id}-q`}
            type="search"
            value={q}
            maxLength={100}
            placeholder={i18n.t("members.filter")}
            onChange={(_, text) => {
              setQ(text);
            }}
          />
        </div>
      </div>
      {members.starting && <LoadingSkeleton lines={4} />}
      {members.failure !== undefined && members.items.length === 0 && (
        <FailureAlert failure={members.failure} onRetry={reload} />
      )}
      {!members.loading && !members.failure && members.items.length === 0 && (
        <p className="relais-empty">{i18n.t(typed || origin ? "members.noneFound" : "members.none")}</p>
      )}
      <ul className="relais-rows" aria-label={i18n.t("members.title")}>
        {members.items.map((member) => (
          <MemberRow
            key={member.grant?.id ?? member.person?.id}
            member={member}
            basket={basket}
            onEdit={(grant) => {
              setDialog({ action: "renew", grant });
            }}
            onConfirmed={done}
          />
        ))}
      </ul>
      {members.items.length > 0 && <LoadMore pages={members} />}
      {dialog?.action === "renew" && (
        <RenewGrant
          grant={dialog.grant}
          onClose={close}
          onDone={done}
          onEnd={() => {
            setDialog({ action: "end", grant: dialog.grant });
          }}
        />
      )}
      {dialog?.action === "end" && <EndGrant grant={dialog.grant} onClose={close} onDone={done} />}
    </section>
  );
}
