import { useState } from "react";
import type { Me, GroupDetails } from "../../api/types";
import { useI18n } from "../provider/I18nProvider";
import { BasketPanel } from "../basket/BasketPanel";
import { sizeOf } from "../basket/basket";
import { useBasket } from "../basket/useBasket";
import { AddPeople } from "./AddPeople";
import { Members } from "./Members";
import { useLeaveGuard } from "../leave/useLeaveGuard";
import { LeaveDialog } from "../leave/LeaveDialog";

interface Props {
  group: GroupDetails;
  me: Me;
  /** A new number reloads the lists. */
  version?: number;
  onChanged: () => void;
}

/** The members of a group, and the basket of their changes. */
export function MembersTab({ group, me, version: given = 0, onChanged }: Props) {
  const i18n = useI18n();
  const [own, setOwn] = useState(0);
  const version = given + own;
  const basket = useBasket(group, me.id, () => {
    setOwn((before) => before + 1);
    onChanged();
  });
  const leaving = useLeaveGuard(sizeOf(basket.basket) > 0);
  const size = sizeOf(basket.basket);
  if (!group.editable) {
    return (
      <>
        {group.population === "OFFICIAL" && <p className="relais-lead">{i18n.t("members.official.only")}</p>}
        <Members group={group} basket={undefined} version={version} onChanged={onChanged} />
      </>
    );
  }
  return (
    <div className="relais-columns">
      <AddPeople group={group} me={me} basket={basket} version={version} />
      <BasketPanel group={group} state={basket} />
      <Members group={group} basket={basket} version={version} onChanged={onChanged} />
      {size > 0 && (
        <a
          className="relais-jump"
          href="#relais-basket"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById("relais-basket")?.focus();
            document.getElementById("relais-basket")?.scrollIntoView();
          }}
        >
          {i18n.count("basket.jump", size)}
        </a>
      )}
      {leaving.asking && <LeaveDialog onLeave={leaving.leave} onStay={leaving.stay} />}
    </div>
  );
}
