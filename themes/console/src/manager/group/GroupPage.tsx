import { useCallback, useState } from "react";
import type { Me } from "../../api/types";
import { FailureAlert } from "../../components/feedback/FailureAlert";
import { useI18n } from "../../components/provider/I18nProvider";
import { useApi } from "../../components/provider/RelaisProvider";
import { useLoad } from "../../components/hooks/useLoad";
import { LoadingSkeleton } from "../../components/feedback/LoadingSkeleton";
import { Journal } from "../../components/journal/Journal";
import { Managers } from "../../components/managers/Managers";
import { MembersTab } from "../../components/members/MembersTab";
import { EndingSoon } from "../groups/EndingSoon";
import { linkTo, type Tab } from "../route";
import { TopNav } from "../TopNav";
import { GroupHeading } from "../../components/group/GroupHeading";
import { GroupTabs } from "./GroupTabs";

interface Props {
  id: string;
  tab: Tab;
  me: Me;
  /** Whether it is the only group the person manages. */
  sole?: boolean;
}

/** One group: what it opens, its members, its managers, its journal. */
export function GroupPage({ id, tab, me, sole }: Props) {
  const api = useApi();
  const i18n = useI18n();
  const loaded = useLoad(useCallback((signal: AbortSignal) => api.group(id, signal), [api, id]));
  const group = loaded.value;
  // A change in one of the lists changes the other.
  const [version, setVersion] = useState(0);
  const [soonVersion, setSoonVersion] = useState(0);
  const changed = () => {
    setSoonVersion((before) => before + 1);
    loaded.reload();
  };
  return (
    <>
      {sole ? (
        <TopNav here="groups" />
      ) : (
        <p className="relais-back">
          <a {...linkTo({ page: "groups" })}>← {i18n.t("group.back")}</a>
        </p>
      )}
      {loaded.failure !== undefined && <FailureAlert failure={loaded.failure} onRetry={loaded.reload} />}
      {!group && loaded.loading && <LoadingSkeleton lines={6} />}
      {group && (
        <>
          <GroupHeading group={group} keepFocus={tab === "members" && group.editable} />
          {sole && (
            <EndingSoon
              version={soonVersion}
              onChanged={() => {
                setVersion((before) => before + 1);
                loaded.reload();
              }}
            />
          )}
          <GroupTabs group={group} here={tab} />
          {tab === "members" && <MembersTab group={group} me={me} version={version} onChanged={changed} />}
          {tab === "managers" && <Managers group={group} me={me} closed={i18n.t("delegate.notAllowed")} />}
          {tab === "journal" && <Journal groupId={group.id} />}
        </>
      )}
    </>
  );
}
