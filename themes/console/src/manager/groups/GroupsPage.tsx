import { useCallback, useState } from "react";
import type { Me } from "../../api/types";
import { FailureAlert } from "../../components/feedback/FailureAlert";
import { GroupsBySchool } from "../../components/group/GroupsBySchool";
import { LoadMore } from "../../components/list/LoadMore";
import { useI18n } from "../../components/provider/I18nProvider";
import { useApi } from "../../components/provider/RelaisProvider";
import { useDebounced } from "../../components/hooks/useDebounced";
import { usePages } from "../../components/hooks/usePages";
import { LoadingSkeleton } from "../../components/feedback/LoadingSkeleton";
import { GroupPage } from "../group/GroupPage";
import { PageHeading } from "../../components/layout/PageHeading";
import { linkTo } from "../route";
import { TopNav } from "../TopNav";
import { EndingSoon } from "./EndingSoon";
import { GroupFilter } from "./GroupFilter";

/** The groups one manages, school by school. A person who manages a single group sees it at once. */
export function GroupsPage({ me }: { me: Me }) {
  const api = useApi();
  const i18n = useI18n();
  const [filter, setFilter] = useState({ q: "", school: "" });
  const { q, school } = useDebounced(filter);
  const groups = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) => api.groups({ q, school, first: cursor }, signal),
      [api, q, school],
    ),
  );
  const [only] = groups.items;
  const sole = only && groups.items.length === 1 && !groups.more && !groups.loading && !q && !school;
  if (sole) {
    return <GroupPage id={only.id} tab="members" me={me} sole />;
  }
  return (
    <>
      <PageHeading title={i18n.t("groups.title")}>
        <p className="relais-lead">{i18n.t("groups.lead")}</p>
      </PageHeading>
      <TopNav here="groups" />
      <EndingSoon onChanged={groups.reload} />
      <GroupFilter schools={me.schools} filter={filter} onChange={setFilter} />
      {groups.starting && <LoadingSkeleton lines={6} />}
      {groups.failure !== undefined && groups.items.length === 0 && (
        <FailureAlert failure={groups.failure} onRetry={groups.reload} />
      )}
      {!groups.loading && !groups.failure && groups.items.length === 0 && (
        <p className="relais-empty">{i18n.t("groups.none")}</p>
      )}
      <GroupsBySchool
        groups={groups.items}
        userId={me.id}
        linkTo={(group) => linkTo({ page: "group", id: group.id, tab: "members" })}
      />
      {groups.items.length > 0 && <LoadMore pages={groups} />}
    </>
  );
}
