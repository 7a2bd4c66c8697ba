import { ErrorBoundary } from "../components/feedback/ErrorBoundary";
import { PageHeading } from "../components/layout/PageHeading";
import { useI18n } from "../components/provider/I18nProvider";
import { TabLinks } from "../components/layout/TabLinks";
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

/** The page the address names. */
export function RoutedPage() {
  const i18n = useI18n();
  const to = useLinks();
  const { section, path } = useRoute();
  const [group, tab] = path;
  if (section === "groups" && group) {
    return <GroupPage key={group} id={group} tab={tab} />;
  }
  const Tab = TABS[section];
  return (
    <>
      <PageHeading title={i18n.t("admin.title")}>
        <p className="relais-lead">{i18n.t("admin.lead")}</p>
      </PageHeading>
      <TabLinks
        label={i18n.t("admin.title")}
        className="relais-topnav"
        here={section}
        tabs={SECTIONS.map((name) => ({ name, text: i18n.t(`admin.${name}`), link: { href: to(name) } }))}
      />
      <ErrorBoundary key={section}>
        <Tab />
      </ErrorBoundary>
    </>
  );
}
