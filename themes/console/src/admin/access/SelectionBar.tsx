import { Button } from "@patternfly/react-core";
import type { Grant } from "../../api/types";
import { Failure } from "../../components/Failure";
import { useWords } from "../../components/Surroundings";
import { useAct } from "../../components/useAct";
import { useAdministration } from "../administrator";
import { type GrantFilter, toQuery } from "./filter";
import type { Act } from "./MassChange";
import { findAll } from "./massChange";

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
  const running = (some: Grant[]) => some.filter((grant) => grant.status !== "ENDED");
  if (grants.length === 0) {
    return null;
  }
  return (
    <div className="relais-selection" role="group" aria-label={words.t("grants.selection")}>
      <span role="status">{words.count("grants.selected", selected.size)}</span>
      <Button
        variant="link"
        isLoading={all.busy}
        isDisabled={all.busy}
        onClick={() =>
          void all.act(async () => {
            select(running(await findAll(api, toQuery(filter))), true);
          })
        }
      >
        {words.t("grants.select.all")}
      </Button>
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
