import type { Mails } from "../../api/types";
import { useWords } from "../../components/Surroundings";
import { Facts } from "../parts/Facts";

/** How the mails stand. */
export function MailFacts({ mails }: { mails: Mails }) {
  const words = useWords();
  return (
    <section className="relais-card" aria-labelledby="relais-mails">
      <h2 id="relais-mails">{words.t("status.mails")}</h2>
      <Facts
        of={[
          { name: words.t("mails.server"), value: words.t(mails.server ? "yes" : "no") },
          { name: words.t("mails.waiting"), value: words.number(mails.waiting) },
          { name: words.t("target.oldest"), value: mails.since ? words.moment(mails.since) : "–" },
          { name: words.t("mails.error"), value: mails.lastError ?? "–" },
          { name: words.t("mails.givenUp"), value: words.number(mails.givenUp) },
        ]}
      />
    </section>
  );
}
