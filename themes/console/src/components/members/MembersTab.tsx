import { useState } from "react";
import type { Me, WholeGroup } from "../../api/types";
import { useWords } from "../Surroundings";
import { BasketPanel } from "../basket/BasketPanel";
import { sizeOf } from "../basket/basket";
import { useBasket } from "../basket/useBasket";
import { AddPeople } from "./AddPeople";
import { Members } from "./Members";
import { useLeaveGuard } from "../leave/useLeaveGuard";
import { LeaveDialog } from "../leave/LeaveDialog";

interface Props {
  group: WholeGroup;
  me: Me;
  /** Another number loads the lists again. */
  turn?: number;
  changed: () => void;
}

/** The members of a group, and the place to change them. */
export function MembersTab({ group, me, turn: given = 0, changed }: Props) {
  const words = useWords();
  const [own, setOwn] = useState(0);
  const turn = given + own;
  const basket = useBasket(group, me.id, () => {
    setOwn((before) => before + 1);
    changed();
  });
  const leaving = useLeaveGuard(sizeOf(basket.basket) > 0);
  const size = sizeOf(basket.basket);
  if (!group.editable) {
    return (
      <>
        {group.population === "OFFICIAL" && <p className="relais-lead">{words.t("members.official.only")}</p>}
        <Members group={group} basket={undefined} turn={turn} changed={changed} />
      </>
    );
  }
  return (
    <div className="relais-desk">
      <AddPeople group={group} me={me} basket={basket} turn={turn} />
      <BasketPanel group={group} state={basket} />
      <Members group={group} basket={basket} turn={turn} changed={changed} />
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
          {words.count("basket.jump", size)}
        </a>
      )}
      {leaving.asked && <LeaveDialog leave={leaving.leave} stay={leaving.stay} />}
    </div>
  );
}
