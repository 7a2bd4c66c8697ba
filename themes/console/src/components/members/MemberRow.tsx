import { Button, Label } from "@patternfly/react-core";
import TrashIcon from "@patternfly/react-icons/dist/esm/icons/trash-icon";
import UndoIcon from "@patternfly/react-icons/dist/esm/icons/undo-icon";
import type { Grant, Member } from "../../api/types";
import { useAnnounce } from "../Announcer";
import { useWords } from "../Surroundings";
import type { Words } from "../../messages/words";
import { sizeOf } from "../basket/basket";
import type { BasketState } from "../basket/useBasket";

interface Props {
  member: Member;
  basket: BasketState | undefined;
  edit: (grant: Grant) => void;
}

/** A member: who, since when and why, and what can be done about it. */
export function MemberRow({ member, basket, edit }: Props) {
  const words = useWords();
  const announce = useAnnounce();
  const { grant, person } = member;
  const name = person?.name ?? member.identifier ?? "";
  const leaving = grant && basket?.basket.removals.some((removal) => removal.grantId === grant.id);
  const toggle = (of: Grant) => {
    const size = basket ? sizeOf(basket.basket) : 0;
    basket?.change(({ removals }) => ({
      removals: leaving
        ? removals.filter((removal) => removal.grantId !== of.id)
        : [...removals, { grantId: of.id, name }],
    }));
    announce(words.count(leaving ? "basket.dropped" : "basket.removing", leaving ? size - 1 : size + 1, { name }));
  };
  return (
    <li className={leaving ? "relais-row relais-row--leaving" : "relais-row"}>
      <span className="relais-row__who">
        <strong>{name}</strong> {person && <span className="relais-technical">{person.username}</span>}
      </span>
      <span className={grant ? "relais-row__what" : "relais-row__acts"}>
        <OriginLabel member={member} words={words} />
        {grant && <span>{why(grant, words)}</span>}
      </span>
      {grant && basket && (
        <span className="relais-row__acts">
          <Button
            size="sm"
            variant="secondary"
            aria-label={words.t("grant.change.of", { name })}
            onClick={() => {
              edit(grant);
            }}
          >
            {words.t("grant.change")}
          </Button>
          <Button
            size="sm"
            variant="plain"
            aria-pressed={leaving ?? false}
            aria-label={words.t(leaving ? "members.keep" : "members.remove", { name })}
            title={words.t(leaving ? "members.keep" : "members.remove", { name })}
            onClick={() => {
              toggle(grant);
            }}
          >
            {leaving ? <UndoIcon /> : <TrashIcon />}
          </Button>
        </span>
      )}
    </li>
  );
}

function OriginLabel({ member, words }: { member: Member; words: Words }) {
  if (!member.grant) {
    return <Label isCompact>{words.t("members.is.official")}</Label>;
  }
  const pending = member.origin === "PENDING";
  return (
    <Label isCompact color={pending ? "orange" : "blue"}>
      {words.t(pending ? "members.is.pending" : "members.is.granted", { day: words.day(member.grant.endsOn) })}
    </Label>
  );
}

function why(grant: Grant, words: Words) {
  const by = words.t("members.by", {
    name: grant.grantedBy?.name ?? words.t("someone"),
    day: words.day(grant.startsOn),
  });
  return grant.reason ? `${by} · ${grant.reason}` : by;
}
