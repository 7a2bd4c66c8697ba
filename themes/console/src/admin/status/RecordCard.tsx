import type { OfficialRecord } from "../../api/types";
import { useI18n } from "../../components/provider/I18nProvider";
import { DescriptionList } from "../components/DescriptionList";

/** The reconciliation of official memberships with the official record. */
export function RecordCard({ record }: { record: OfficialRecord }) {
  const i18n = useI18n();
  const { followed, startedAt, endedAt, examined } = record;
  return (
    <section className="relais-card" aria-labelledby="relais-record">
      <h2 id="relais-record">{i18n.t("status.record")}</h2>
      <DescriptionList
        entries={[
          { name: i18n.t("record.followed"), value: i18n.t(followed ? "yes" : "no") },
          {
            name: i18n.t("record.round"),
            value: endedAt
              ? i18n.moment(endedAt)
              : startedAt
                ? i18n.t("index.running")
                : i18n.t("target.compared.never"),
          },
          { name: i18n.t("record.examined"), value: i18n.number(examined) },
        ]}
      />
    </section>
  );
}
