import { useCallback, useState } from "react";
import type { Grant } from "../../api/types";
import { List } from "../../components/List";
import { useWords } from "../../components/Surroundings";
import { usePages } from "../../components/usePages";
import { useAdministration, useAdministrator } from "../administrator";
import { useAsked } from "../route";
import { asked, filterIn, toQuery } from "./filter";
import { GrantActs } from "./GrantActs";
import { GrantFilters } from "./GrantFilters";
import { GrantTable } from "./GrantTable";
import { type Act, MassChange } from "./MassChange";
import { SelectionBar } from "./SelectionBar";

interface Chosen {
  /** The filter under which they were chosen. */
  key: string;
  grants: ReadonlyMap<string, Grant>;
}

const NONE: ReadonlyMap<string, Grant> = new Map();

/** The accesses that a filter finds, and what can be done with several of them. */
export function Grants() {
  const api = useAdministration();
  const words = useWords();
  const { mayManage } = useAdministrator();
  const [address, ask] = useAsked();
  const key = address.toString();
  const filter = filterIn(address);
  const [chosen, setChosen] = useState<Chosen>({ key, grants: NONE });
  // Whatever changes the filter, what it no longer shows is no longer chosen.
  const selected = chosen.key === key ? chosen.grants : NONE;
  const [act, setAct] = useState<Act>();
  const grants = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) =>
        api.grants(toQuery(filterIn(new URLSearchParams(key))), cursor, signal),
      [api, key],
    ),
  );
  const select = (some: Grant[], wanted: boolean) => {
    setChosen((before) => {
      const after = new Map(before.key === key ? before.grants : NONE);
      for (const grant of some) {
        if (wanted) {
          after.set(grant.id, grant);
        } else {
          after.delete(grant.id);
        }
      }
      return { key, grants: after };
    });
  };
  return (
    <section aria-label={words.t("admin.access")}>
      <GrantActs filter={filter} />
      <GrantFilters
        filter={filter}
        grants={grants.items}
        change={(next) => {
          ask(asked(next));
        }}
      />
      {mayManage && filter.status !== "ENDED" && (
        <SelectionBar
          key={key}
          filter={filter}
          grants={grants.items}
          selected={selected}
          select={select}
          act={setAct}
        />
      )}
      <List pages={grants} none={words.t("admin.access.none")}>
        <GrantTable grants={grants.items} selected={mayManage ? selected : undefined} select={select} />
      </List>
      {act && (
        <MassChange
          act={act}
          grants={[...selected.values()]}
          close={() => {
            setAct(undefined);
          }}
          done={() => {
            setChosen({ key, grants: NONE });
            grants.reload();
          }}
        />
      )}
    </section>
  );
}
