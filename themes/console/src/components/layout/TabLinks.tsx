import "@patternfly/react-styles/css/components/Tabs/tabs.css";
import type { AnchorHTMLAttributes } from "react";

interface Tab {
  name: string;
  text: string;
  link: AnchorHTMLAttributes<HTMLAnchorElement>;
}

interface Props {
  label: string;
  tabs: Tab[];
  /** The name of the current tab. */
  here: string;
  className: string;
}

/** Links that look like tabs, for parts of a page that have their own address. */
export function TabLinks({ label, tabs, here, className }: Props) {
  return (
    <nav className={`pf-v5-c-tabs ${className}`} aria-label={label}>
      <ul className="pf-v5-c-tabs__list">
        {tabs.map((tab) => (
          <li key={tab.name} className={`pf-v5-c-tabs__item ${tab.name === here ? "pf-m-current" : ""}`}>
            <a className="pf-v5-c-tabs__link" aria-current={tab.name === here ? "page" : undefined} {...tab.link}>
              <span className="pf-v5-c-tabs__item-text">{tab.text}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
