import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { Grant } from "../../api/types";
import { Failure } from "../../components/Failure";
import { ActButton } from "../../components/ActButton";
import { useWords } from "../../components/Surroundings";
import { useAct } from "../../components/useAct";
import { useAdministration } from "../administrator";
import { type GrantFilter, toQuery } from "./filter";
import type { Act } from "./MassChange";
import { findAll, MOST } from "./massChange";

interface Props {
  filter: GrantFilter;
  grants: Grant[];
  selected: ReadonlyMap<string, Grant>;
  select: (grants: Grant[], chosen: boolean) => void;
  act: (act: Act) => void;
}

/** How many are chosen, and what can be done with them. */
export function SelectionBar({ filter, grants, selected, select, act }: Props) {
  const api = useAdministration();
  const words = useWords();
  const all = useAct();
  const [cut, setCut] = useState(false);
  const running = (some: Grant[]) => some.filter((grant) => grant.status !== "ENDED");
  if (cut && selected.size === 0) {
    setCut(false);
  }
  if (grants.length === 0) {
    return null;
  }
  return (
    <div className="relais-selection" role="group" aria-label={words.t("grants.selection")}>
      <span role="status">
        {words.count("grants.selected", selected.size)}
        {cut && ` – ${words.t("grants.select.cut", { n: words.number(MOST) })}`}
      </span>
      <ActButton
        variant="link"
        busy={all.busy}
        onClick={() =>
          void all.act(async () => {
            const found = await findAll(api, toQuery(filter));
            select(running(found.grants), true);
            setCut(found.more);
          })
        }
      >
        {words.t("grants.select.all")}
      </ActButton>
      {selected.size > 0 && (
        <>
          <Button
            variant="link"
            onClick={() => {
              select([...selected.values()], false);
            }}
          >
            {words.t("grants.select.none")}
          </Button>
          <Button
            onClick={() => {
              act("renew");
            }}
          >
            {words.t("grant.renew")}
          </Button>
          <Button
            variant="danger"
            onClick={() => {
              act("end");
            }}
          >
            {words.t("grant.end")}
          </Button>
        </>
      )}
      {all.failure !== undefined && <Failure failure={all.failure} />}
    </div>
  );
}
