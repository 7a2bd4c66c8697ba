import type { Application, Delivery } from "../../api/types";
import type { I18n } from "../../messages/i18n";
import { useI18n } from "../provider/I18nProvider";

interface Props {
  applications: Application[];
  /** Whether it is told to the person it is open to, who has nothing else to do. */
  mine?: boolean;
}

/** What some groups open, in plain sentences: when, and what remains to be done. */
export function OpenedApplications({ applications, mine = false }: Props) {
  const i18n = useI18n();
  if (applications.length === 0) {
    return <p>{i18n.t("opens.nothing")}</p>;
  }
  return (
    <ul className="relais-opens">
      {applications.map((application) => (
        <li key={application.clientId}>
          <strong>{application.name}</strong>
          {i18n.t("opens.is", {
            what: mine ? (application.delivery?.text ?? i18n.t("opens.forMe")) : whatWillBe(application.delivery, i18n),
          })}
          {application.note && !mine && <span className="relais-note">{application.note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** For somebody who is about to be given it: what an application has been told of others matters only if it fails. */
function whatWillBe(delivery: Delivery | null | undefined, i18n: I18n) {
  if (delivery?.state === "FAILING") {
    return delivery.text;
  }
  return i18n.t(delivery ? "opens.soon" : "opens.atSignIn");
}
