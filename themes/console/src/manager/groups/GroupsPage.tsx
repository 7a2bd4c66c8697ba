import { useCallback, useState } from "react";
import type { Me } from "../../api/types";
import { Failure } from "../../components/Failure";
import { GroupsBySchool } from "../../components/GroupsBySchool";
import { More } from "../../components/More";
import { useRelais, useWords } from "../../components/Surroundings";
import { useDelayed } from "../../components/useDelayed";
import { usePages } from "../../components/usePages";
import { Waiting } from "../../components/Waiting";
import { GroupPage } from "../group/GroupPage";
import { Heading } from "../../components/Heading";
import { linkTo } from "../route";
import { TopNav } from "../TopNav";
import { EndingSoon } from "./EndingSoon";
import { GroupFilter } from "./GroupFilter";

/** The groups one manages, school by school. Whoever manages one group only is shown that group at once. */
export function GroupsPage({ me }: { me: Me }) {
  const relais = useRelais();
  const words = useWords();
  const [filter, setFilter] = useState({ q: "", school: "" });
  const { q, school } = useDelayed(filter);
  const groups = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) => relais.groups({ q, school, first: cursor }, signal),
      [relais, q, school],
    ),
  );
  const [only] = groups.items;
  const sole = only && groups.items.length === 1 && !groups.more && !groups.loading && !q && !school;
  if (sole) {
    return <GroupPage id={only.id} tab="members" me={me} sole />;
  }
  return (
    <>
      <Heading title={words.t("groups.title")}>
        <p className="relais-lead">{words.t("groups.lead")}</p>
      </Heading>
      <TopNav here="groups" />
      <EndingSoon changed={groups.reload} />
      <GroupFilter schools={me.schools} filter={filter} change={setFilter} />
      {groups.starting && <Waiting lines={6} />}
      {groups.failure !== undefined && groups.items.length === 0 && (
        <Failure failure={groups.failure} retry={groups.reload} />
      )}
      {!groups.loading && !groups.failure && groups.items.length === 0 && (
        <p className="relais-empty">{words.t("groups.none")}</p>
      )}
      <GroupsBySchool
        groups={groups.items}
        userId={me.id}
        linkTo={(group) => linkTo({ page: "group", id: group.id, tab: "members" })}
      />
      {groups.items.length > 0 && <More pages={groups} />}
    </>
  );
}
