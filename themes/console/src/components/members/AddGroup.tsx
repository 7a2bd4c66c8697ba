import { Button, Form } from "@patternfly/react-core";
import { useState } from "react";
import type { Group, GroupDetails } from "../../api/types";
import { useAnnounce } from "../provider/Announcer";
import { GroupSelect } from "../form/GroupSelect";
import { useI18n } from "../provider/I18nProvider";
import { sizeOf } from "../basket/basket";
import type { BasketState } from "../basket/useBasket";

/** Adds the current members of another group; the groups stay independent. */
export function AddGroup({ group, basket }: { group: GroupDetails; basket: BasketState }) {
  const i18n = useI18n();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<Group>();
  const { copied } = basket.basket;
  return (
    <Form
      className="relais-inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) {
          const members = chosen.counts.official + chosen.counts.granted;
          const name = `${chosen.label} – ${chosen.school.name}`;
          const size = sizeOf(basket.basket) + (copied ? 0 : 1);
          basket.change(() => ({ copied: { id: chosen.id, name, members } }));
          announce(i18n.count("basket.added", size, { name }));
        }
      }}
    >
      <div className="relais-inline__field">
        <GroupSelect label={i18n.t("copy.label")} beside={group} value={chosen?.id} onChange={setChosen} />
        <Button type="submit" variant="secondary" isDisabled={!chosen}>
          {i18n.t("search.add.verb")}
        </Button>
      </div>
      <p className="relais-subtle">{i18n.t("copy.help")}</p>
      <p role="status">
        {copied && chosen && copied.id !== chosen.id && i18n.t("copy.replaces", { name: copied.name })}
      </p>
    </Form>
  );
}
