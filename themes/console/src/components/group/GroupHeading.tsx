import type { GroupDetails } from "../../api/types";
import { OpenedApplications } from "./OpenedApplications";
import { useI18n } from "../provider/I18nProvider";
import { PageHeading } from "../layout/PageHeading";

/** The heading of a group's page, with the applications the group opens. */
export function GroupHeading({ group, keepFocus }: { group: GroupDetails; keepFocus: boolean }) {
  const i18n = useI18n();
  return (
    <PageHeading title={`${group.label} – ${group.school.name}`} keepFocus={keepFocus}>
      <p className="relais-lead">
        <span className="relais-technical">{group.name}</span>
        {group.description && <span> · {group.description}</span>}
      </p>
      <section className="relais-opening" aria-label={i18n.t("group.opens")}>
        <h2>{i18n.t("group.opens")}</h2>
        <OpenedApplications applications={group.applications} />
      </section>
    </PageHeading>
  );
}
