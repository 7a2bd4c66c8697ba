import { useCallback } from "react";
import { GroupHead } from "../../components/GroupHead";
import { Journal } from "../../components/journal/Journal";
import { Managers } from "../../components/managers/Managers";
import { MembersTab } from "../../components/members/MembersTab";
import { Ready } from "../../components/Ready";
import { useWords } from "../../components/Surroundings";
import { TabLinks } from "../../components/TabLinks";
import { useLoad } from "../../components/useLoad";
import { asPerson, useAdministration, useAdministrator } from "../administrator";
import { Back } from "../parts/Back";
import { useLinks } from "../route";

const TABS = ["members", "managers", "journal"] as const;

interface Props {
  id: string;
  tab: string | undefined;
}

/** One group, as its managers see it too. */
export function GroupPage({ id, tab }: Props) {
  const api = useAdministration();
  const words = useWords();
  const to = useLinks();
  const me = asPerson(useAdministrator());
  const here = TABS.find((known) => known === tab) ?? "members";
  const loaded = useLoad(useCallback((signal: AbortSignal) => api.group(id, signal), [api, id]));
  return (
    <>
      <Back to={to("groups")} text={words.t("admin.groups")} />
      <Ready of={loaded}>
        {(group) => (
          <>
            <GroupHead group={group} quiet={here === "members" && group.editable} />
            <TabLinks
              label={words.t("group.parts", { group: group.label })}
              className="relais-tabs"
              here={here}
              tabs={TABS.map((name) => ({
                name,
                text: words.t(`group.tab.${name}`),
                link: { href: to("groups", id, name) },
              }))}
            />
            {here === "members" && <MembersTab group={group} me={me} changed={loaded.reload} />}
            {here === "managers" && <Managers group={group} me={me} />}
            {here === "journal" && <Journal groupId={group.id} />}
          </>
        )}
      </Ready>
    </>
  );
}
