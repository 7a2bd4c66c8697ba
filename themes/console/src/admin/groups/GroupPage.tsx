import { useCallback } from "react";
import { GroupHeading } from "../../components/group/GroupHeading";
import { Journal } from "../../components/journal/Journal";
import { Managers } from "../../components/managers/Managers";
import { MembersTab } from "../../components/members/MembersTab";
import { LoadedContent } from "../../components/feedback/LoadedContent";
import { useI18n } from "../../components/provider/I18nProvider";
import { TabLinks } from "../../components/layout/TabLinks";
import { useLoad } from "../../components/hooks/useLoad";
import { asMe, useAdminApi, useAdministrator } from "../administrator";
import { BackLink } from "../components/BackLink";
import { useLinks } from "../route";

const TABS = ["members", "managers", "journal"] as const;

interface Props {
  id: string;
  tab: string | undefined;
}

/** One group, as its managers see it. */
export function GroupPage({ id, tab }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const me = asMe(useAdministrator());
  const here = TABS.find((known) => known === tab) ?? "members";
  const loaded = useLoad(useCallback((signal: AbortSignal) => api.group(id, signal), [api, id]));
  return (
    <>
      <BackLink to={to("groups")} text={i18n.t("admin.groups")} />
      <LoadedContent loaded={loaded}>
        {(group) => (
          <>
            <GroupHeading group={group} keepFocus={here === "members" && group.editable} />
            <TabLinks
              label={i18n.t("group.parts", { group: group.label })}
              className="relais-tabs"
              here={here}
              tabs={TABS.map((name) => ({
                name,
                text: i18n.t(`group.tab.${name}`),
                link: { href: to("groups", id, name) },
              }))}
            />
            {here === "members" && <MembersTab group={group} me={me} onChanged={loaded.reload} />}
            {here === "managers" && <Managers group={group} me={me} />}
            {here === "journal" && <Journal groupId={group.id} />}
          </>
        )}
      </LoadedContent>
    </>
  );
}
