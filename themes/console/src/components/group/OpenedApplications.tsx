import type { Application, Delivery } from "../../api/types";
import type { I18n } from "../../messages/i18n";
import { useI18n } from "../provider/I18nProvider";

interface Props {
  applications: Application[];
  /** Whether the reader is the person the applications are open to. */
  mine?: boolean;
}

/** The applications that groups open: when each opens, and what else somebody has to do. */
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

/** For a person about to be given access, the deliveries of others matter only if they fail. */
function whatWillBe(delivery: Delivery | null | undefined, i18n: I18n) {
  if (delivery?.state === "FAILING") {
    return delivery.text;
  }
  return i18n.t(delivery ? "opens.soon" : "opens.atSignIn");
}
