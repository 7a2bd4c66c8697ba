import { Guard } from "../components/Guard";
import { Heading } from "../components/Heading";
import { useWords } from "../components/Surroundings";
import { TabLinks } from "../components/TabLinks";
import { AccessTab } from "./access/AccessTab";
import { ApplicationsTab } from "./applications/ApplicationsTab";
import { GroupPage } from "./groups/GroupPage";
import { GroupsTab } from "./groups/GroupsTab";
import { JournalTab } from "./journal/JournalTab";
import { ProfilesTab } from "./profiles/ProfilesTab";
import { type Section, SECTIONS, useLinks, useRoute } from "./route";
import { SchoolsTab } from "./schools/SchoolsTab";
import { StatusTab } from "./status/StatusTab";

const TABS = {
  access: AccessTab,
  groups: GroupsTab,
  profiles: ProfilesTab,
  schools: SchoolsTab,
  applications: ApplicationsTab,
  journal: JournalTab,
  status: StatusTab,
} satisfies Record<Section, () => React.ReactNode>;

/** The page meant by the address. */
export function Pages() {
  const words = useWords();
  const to = useLinks();
  const { section, path } = useRoute();
  const [group, tab] = path;
  if (section === "groups" && group) {
    return <GroupPage key={group} id={group} tab={tab} />;
  }
  const Tab = TABS[section];
  return (
    <>
      <Heading title={words.t("admin.title")}>
        <p className="relais-lead">{words.t("admin.lead")}</p>
      </Heading>
      <TabLinks
        label={words.t("admin.title")}
        className="relais-topnav"
        here={section}
        tabs={SECTIONS.map((name) => ({ name, text: words.t(`admin.${name}`), link: { href: to(name) } }))}
      />
      <Guard key={section}>
        <Tab />
      </Guard>
    </>
  );
}
