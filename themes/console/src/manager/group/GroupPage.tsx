import { useCallback, useState } from "react";
import type { Me } from "../../api/types";
import { Failure } from "../../components/Failure";
import { useRelais, useWords } from "../../components/Surroundings";
import { useLoad } from "../../components/useLoad";
import { Waiting } from "../../components/Waiting";
import { Journal } from "../../components/journal/Journal";
import { Managers } from "../../components/managers/Managers";
import { MembersTab } from "../../components/members/MembersTab";
import { EndingSoon } from "../groups/EndingSoon";
import { linkTo, type Tab } from "../route";
import { TopNav } from "../TopNav";
import { GroupHead } from "../../components/GroupHead";
import { GroupTabs } from "./GroupTabs";

interface Props {
  id: string;
  tab: Tab;
  me: Me;
  /** Whether it is the only group there is to manage. */
  sole?: boolean;
}

/** One group: what it opens, its members, its managers, its journal. */
export function GroupPage({ id, tab, me, sole }: Props) {
  const relais = useRelais();
  const words = useWords();
  const loaded = useLoad(useCallback((signal: AbortSignal) => relais.group(id, signal), [relais, id]));
  const group = loaded.value;
  // What is done in one of the lists changes the other.
  const [turn, setTurn] = useState(0);
  const [soonTurn, setSoonTurn] = useState(0);
  const changed = () => {
    setSoonTurn((before) => before + 1);
    loaded.reload();
  };
  return (
    <>
      {sole ? (
        <TopNav here="groups" />
      ) : (
        <p className="relais-back">
          <a {...linkTo({ page: "groups" })}>← {words.t("group.back")}</a>
        </p>
      )}
      {loaded.failure !== undefined && <Failure failure={loaded.failure} retry={loaded.reload} />}
      {!group && loaded.loading && <Waiting lines={6} />}
      {group && (
        <>
          <GroupHead group={group} quiet={tab === "members" && group.editable} />
          {sole && (
            <EndingSoon
              turn={soonTurn}
              changed={() => {
                setTurn((before) => before + 1);
                loaded.reload();
              }}
            />
          )}
          <GroupTabs group={group} here={tab} />
          {tab === "members" && <MembersTab group={group} me={me} turn={turn} changed={changed} />}
          {tab === "managers" && <Managers group={group} me={me} closed={words.t("delegate.notAllowed")} />}
          {tab === "journal" && <Journal groupId={group.id} />}
        </>
      )}
    </>
  );
}
