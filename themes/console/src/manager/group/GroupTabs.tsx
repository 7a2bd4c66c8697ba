import type { GroupDetails } from "../../api/types";
import { useI18n } from "../../components/provider/I18nProvider";
import { TabLinks } from "../../components/layout/TabLinks";
import { linkTo, type Tab, TABS } from "../route";

/** Switches between the parts of a group's page. */
export function GroupTabs({ group, here }: { group: GroupDetails; here: Tab }) {
  const i18n = useI18n();
  const tabs = TABS.map((tab) => ({
    name: tab,
    text: i18n.t(`group.tab.${tab}`),
    link: linkTo({ page: "group", id: group.id, tab }),
  }));
  return (
    <TabLinks label={i18n.t("group.parts", { group: group.label })} className="relais-tabs" tabs={tabs} here={here} />
  );
}
