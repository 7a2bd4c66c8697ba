import type { Grant } from "../../api/types";
import { impersonatorOf, personOf } from "../../components/journal/actorName";
import { useI18n } from "../../components/provider/I18nProvider";
import { DescriptionList } from "../components/DescriptionList";
import { useLinks } from "../route";
import { GrantStatusLabel } from "./GrantStatusLabel";

/** The details of an access grant. */
export function GrantDetails({ grant }: { grant: Grant }) {
  const i18n = useI18n();
  const to = useLinks();
  const by = (ref: Grant["grantedBy"] | undefined, at: string) => {
    const name = personOf(ref, i18n);
    const impersonator = impersonatorOf(ref, i18n);
    const moment = i18n.moment(at);
    return impersonator
      ? i18n.t("grants.byAt.impersonated", { impersonator, name, moment })
      : i18n.t("grants.byAt", { name, moment });
  };
  const ended =
    grant.endedBy && grant.endedAt ? [{ name: i18n.t("grants.ended"), value: by(grant.endedBy, grant.endedAt) }] : [];
  return (
    <DescriptionList
      entries={[
        { name: i18n.t("filter.status"), value: <GrantStatusLabel grant={grant} /> },
        { name: i18n.t("grants.group"), value: <a href={to("groups", grant.groupId)}>{grant.groupName}</a> },
        { name: i18n.t("grants.from"), value: i18n.day(grant.startsOn) },
        { name: i18n.t("day.last"), value: i18n.weekday(grant.endsOn) },
        { name: i18n.t("reason.label"), value: grant.reason ?? "–" },
        { name: i18n.t("grants.given"), value: by(grant.grantedBy, grant.grantedAt) },
        ...ended,
      ]}
    />
  );
}
