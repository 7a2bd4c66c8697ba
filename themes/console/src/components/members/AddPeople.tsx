import { ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useState } from "react";
import type { Me, Person, GroupDetails } from "../../api/types";
import { useAnnounce } from "../provider/Announcer";
import { calledName } from "../people/personName";
import { PersonSearch } from "../people/PersonSearch";
import { useI18n } from "../provider/I18nProvider";
import { type Addition, sizeOf } from "../basket/basket";
import type { BasketState } from "../basket/useBasket";
import { AddByIdentifier } from "./AddByIdentifier";
import { AddGroup } from "./AddGroup";
import { membershipOf } from "./membershipOf";

const WAYS = ["directory", "identifier", "group"] as const;

interface Props {
  group: GroupDetails;
  me: Me;
  basket: BasketState;
  /** A new number repeats the search. */
  version: number;
}

/** Finds people and puts them into the basket. */
export function AddPeople({ group, me, basket, version }: Props) {
  const i18n = useI18n();
  const announce = useAnnounce();
  const [way, setWay] = useState<(typeof WAYS)[number]>("directory");
  const { additions } = basket.basket;
  const total = sizeOf(basket.basket);

  const add = (addition: Addition) => {
    basket.change((before) => ({ additions: [...before.additions, addition] }));
    announce(i18n.count("basket.added", total + 1, { name: addition.name }));
  };
  const drop = (subject: string, name: string) => {
    basket.change((before) => ({ additions: before.additions.filter((one) => one.subject !== subject) }));
    announce(i18n.count("basket.dropped", total - 1, { name }));
  };
  const toggle = (person: Person) => {
    if (additions.some((one) => one.subject === person.id)) {
      drop(person.id, calledName(person));
    } else {
      const detail = person.nameDeclared ? i18n.t("person.declared", { name: person.name }) : person.username;
      add({ subject: person.id, pending: false, name: calledName(person), detail });
    }
  };

  return (
    <section className="relais-add" aria-labelledby="relais-add">
      <h2 id="relais-add">{i18n.t("add.title")}</h2>
      <ToggleGroup aria-label={i18n.t("add.ways")} isCompact>
        {WAYS.map((one) => (
          <ToggleGroupItem
            key={one}
            text={i18n.t(`add.way.${one}`)}
            buttonId={`relais-way-${one}`}
            isSelected={one === way}
            onChange={() => {
              setWay(one);
            }}
          />
        ))}
      </ToggleGroup>
      {way === "directory" && (
        <PersonSearch
          me={me}
          groupId={group.id}
          label={i18n.t("add.search", { group: group.label })}
          verb="add"
          autoFocus
          version={version}
          isPicked={(person) => additions.some((one) => one.subject === person.id)}
          membership={(person) => membershipOf(person, i18n)}
          onPick={toggle}
          onNobodyFound={() => {
            setWay("identifier");
          }}
        />
      )}
      {way === "identifier" && <AddByIdentifier taken={additions.map((one) => one.subject)} onAdd={add} />}
      {way === "group" && <AddGroup group={group} basket={basket} />}
    </section>
  );
}
