import type { Mails } from "../../api/types";
import { useI18n } from "../../components/provider/I18nProvider";
import { DescriptionList } from "../components/DescriptionList";

/** The state of the email queue. */
export function MailCard({ mails }: { mails: Mails }) {
  const i18n = useI18n();
  return (
    <section className="relais-card" aria-labelledby="relais-mails">
      <h2 id="relais-mails">{i18n.t("status.mails")}</h2>
      <DescriptionList
        entries={[
          { name: i18n.t("mails.server"), value: i18n.t(mails.server ? "yes" : "no") },
          { name: i18n.t("mails.waiting"), value: i18n.number(mails.waiting) },
          { name: i18n.t("target.oldest"), value: mails.since ? i18n.moment(mails.since) : "–" },
          { name: i18n.t("mails.error"), value: mails.lastError ?? "–" },
          { name: i18n.t("mails.givenUp"), value: i18n.number(mails.givenUp) },
        ]}
      />
    </section>
  );
}
