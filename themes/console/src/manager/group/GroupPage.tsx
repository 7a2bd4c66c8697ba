import { useCallback } from "react";
import type { Me } from "../../api/types";
import { Failure } from "../../components/Failure";
import { useRelais, useWords } from "../../components/Surroundings";
import { useLoad } from "../../components/useLoad";
import { Waiting } from "../../components/Waiting";
import { Journal } from "../../components/journal/Journal";
import { Managers } from "../../components/managers/Managers";
import { MembersTab } from "../../components/members/MembersTab";
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
          <GroupTabs group={group} here={tab} />
          {tab === "members" && <MembersTab group={group} me={me} changed={loaded.reload} />}
          {tab === "managers" && <Managers group={group} me={me} closed={words.t("delegate.notAllowed")} />}
          {tab === "journal" && <Journal groupId={group.id} />}
        </>
      )}
    </>
  );
}
