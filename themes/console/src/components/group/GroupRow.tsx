import { Label } from "@patternfly/react-core";
import AngleRightIcon from "@patternfly/react-icons/dist/esm/icons/angle-right-icon";
import type { AnchorHTMLAttributes } from "react";
import type { Group } from "../../api/types";
import { useI18n } from "../provider/I18nProvider";
import { loadBasket } from "../basket/basketStorage";

interface Props {
  group: Group;
  userId: string;
  link: AnchorHTMLAttributes<HTMLAnchorElement>;
}

/** A group in a list: its name, the applications it opens, its numbers of members. */
export function GroupRow({ group, userId, link }: Props) {
  const i18n = useI18n();
  const { official, granted, pending } = group.counts;
  const opens = group.applications.map((application) => application.name);
  return (
    <li>
      <a className="relais-group" {...link}>
        <span className="relais-group__name">
          <strong>{group.label}</strong>
          <span className="relais-technical">{group.name}</span>
        </span>
        <span className="relais-group__opens">
          {opens.length > 0 ? i18n.t("groups.opens", { applications: i18n.list(opens) }) : i18n.t("opens.nothing")}
        </span>
        <span className="relais-group__counts">
          {official + granted + pending === 0 && <span className="relais-subtle">{i18n.t("count.none")}</span>}
          {official > 0 && <Label isCompact>{i18n.count("count.official", official)}</Label>}
          {granted > 0 && (
            <Label isCompact color="blue">
              {i18n.count("count.granted", granted)}
            </Label>
          )}
          {pending > 0 && (
            <Label isCompact color="orange">
              {i18n.count("count.pending", pending)}
            </Label>
          )}
          {loadBasket(userId, group.id) && (
            <Label isCompact color="purple">
              {i18n.t("groups.unfinished")}
            </Label>
          )}
        </span>
        <AngleRightIcon className="relais-group__arrow" />
      </a>
    </li>
  );
}
