import { useWords } from "../components/Surroundings";
import { TabLinks } from "../components/TabLinks";
import { linkTo, type Route } from "./route";

const PAGES = ["groups", "access"] satisfies Route["page"][];

/** Between the groups one manages and one's own access. */
export function TopNav({ here }: { here: (typeof PAGES)[number] }) {
  const words = useWords();
  const tabs = PAGES.map((page) => ({ name: page, text: words.t(`nav.${page}`), link: linkTo({ page }) }));
  return <TabLinks label={words.t("nav.label")} className="relais-topnav" tabs={tabs} here={here} />;
}
