import type { WholeGroup } from "../../api/types";
import { useWords } from "../../components/Surroundings";
import { TabLinks } from "../../components/TabLinks";
import { linkTo, type Tab, TABS } from "../route";

/** Between the parts of a group's page. */
export function GroupTabs({ group, here }: { group: WholeGroup; here: Tab }) {
  const words = useWords();
  const tabs = TABS.map((tab) => ({
    name: tab,
    text: words.t(`group.tab.${tab}`),
    link: linkTo({ page: "group", id: group.id, tab }),
  }));
  return (
    <TabLinks label={words.t("group.parts", { group: group.label })} className="relais-tabs" tabs={tabs} here={here} />
  );
}
