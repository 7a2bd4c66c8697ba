import { useI18n } from "../components/provider/I18nProvider";
import { TabLinks } from "../components/layout/TabLinks";
import { linkTo, type Route } from "./route";

const PAGES = ["groups", "access"] satisfies Route["page"][];

/** Switches between the groups one manages and one's own access. */
export function TopNav({ here }: { here: (typeof PAGES)[number] }) {
  const i18n = useI18n();
  const tabs = PAGES.map((page) => ({ name: page, text: i18n.t(`nav.${page}`), link: linkTo({ page }) }));
  return <TabLinks label={i18n.t("nav.label")} className="relais-topnav" tabs={tabs} here={here} />;
}
