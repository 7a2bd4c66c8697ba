import { Button, Label } from "@patternfly/react-core";
import TrashIcon from "@patternfly/react-icons/dist/esm/icons/trash-icon";
import UndoIcon from "@patternfly/react-icons/dist/esm/icons/undo-icon";
import type { Grant, Member } from "../../api/types";
import { useAnnounce } from "../provider/Announcer";
import { useI18n } from "../provider/I18nProvider";
import type { I18n } from "../../messages/i18n";
import { impersonatorOf, personOf } from "../journal/actorName";
import { calledName } from "../people/personName";
import { PersonName } from "../people/PersonName";
import { sizeOf } from "../basket/basket";
import type { BasketState } from "../basket/useBasket";
import { ClaimedBy } from "../grant/ClaimedBy";

interface Props {
  member: Member;
  basket: BasketState | undefined;
  onEdit: (grant: Grant) => void;
  onConfirmed: () => void;
}

/** A member: who, since when, why, and the actions on their access. */
export function MemberRow({ member, basket, onEdit, onConfirmed }: Props) {
  const i18n = useI18n();
  const announce = useAnnounce();
  const { grant, person } = member;
  const name = person ? calledName(person) : (member.identifier ?? "");
  const leaving = grant && basket?.basket.removals.some((removal) => removal.grantId === grant.id);
  const toggle = (of: Grant) => {
    const size = basket ? sizeOf(basket.basket) : 0;
    basket?.change(({ removals }) => ({
      removals: leaving
        ? removals.filter((removal) => removal.grantId !== of.id)
        : [...removals, { grantId: of.id, name }],
    }));
    announce(i18n.count(leaving ? "basket.dropped" : "basket.removing", leaving ? size - 1 : size + 1, { name }));
  };
  return (
    <li className={leaving ? "relais-row relais-row--leaving" : "relais-row"}>
      <span className="relais-row__who">{person ? <PersonName {...person} /> : <strong>{name}</strong>}</span>
      <span className={grant ? "relais-row__what" : "relais-row__acts"}>
        <OriginLabel member={member} i18n={i18n} />
        {grant && <span>{why(grant, i18n)}</span>}
      </span>
      {grant?.claimedBy && basket && <ClaimedBy grant={grant} bearer={grant.claimedBy} onConfirmed={onConfirmed} />}
      {grant && basket && (
        <span className="relais-row__acts">
          <Button
            size="sm"
            variant="secondary"
            aria-label={i18n.t("grant.change.of", { name })}
            onClick={() => {
              onEdit(grant);
            }}
          >
            {i18n.t("grant.change")}
          </Button>
          <Button
            size="sm"
            variant="plain"
            aria-pressed={leaving ?? false}
            aria-label={i18n.t(leaving ? "members.keep" : "members.remove", { name })}
            title={i18n.t(leaving ? "members.keep" : "members.remove", { name })}
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

function OriginLabel({ member, i18n }: { member: Member; i18n: I18n }) {
  if (!member.grant) {
    return <Label isCompact>{i18n.t("members.is.official")}</Label>;
  }
  const pending = member.origin === "PENDING";
  return (
    <Label isCompact color={pending ? "orange" : "blue"}>
      {i18n.t(pending ? "members.is.pending" : "members.is.granted", { day: i18n.day(member.grant.endsOn) })}
    </Label>
  );
}

function why(grant: Grant, i18n: I18n) {
  const day = i18n.day(grant.startsOn);
  const name = personOf(grant.grantedBy, i18n);
  const impersonator = impersonatorOf(grant.grantedBy, i18n);
  const by = impersonator
    ? i18n.t("members.by.impersonated", { impersonator, name, day })
    : i18n.t("members.by", { name, day });
  return grant.reason ? `${by} · ${grant.reason}` : by;
}
