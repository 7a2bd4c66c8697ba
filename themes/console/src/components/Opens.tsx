import type { Application, Delivery } from "../api/types";
import type { Words } from "../messages/words";
import { useWords } from "./Surroundings";

interface Props {
  applications: Application[];
  /** Whether it is told to the person it is open to, who has nothing else to do. */
  mine?: boolean;
}

/** What some groups open, in plain sentences: when, and what remains to be done. */
export function Opens({ applications, mine = false }: Props) {
  const words = useWords();
  if (applications.length === 0) {
    return <p>{words.t("opens.nothing")}</p>;
  }
  return (
    <ul className="relais-opens">
      {applications.map((application) => (
        <li key={application.clientId}>
          <strong>{application.name}</strong>
          {words.t("opens.is", {
            what: mine
              ? (application.delivery?.text ?? words.t("opens.forMe"))
              : whatWillBe(application.delivery, words),
          })}
          {application.note && !mine && <span className="relais-note">{application.note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** For somebody who is about to be given it: what an application has been told of others matters only if it fails. */
function whatWillBe(delivery: Delivery | null | undefined, words: Words) {
  if (delivery?.state === "FAILING") {
    return delivery.text;
  }
  return words.t(delivery ? "opens.soon" : "opens.atSignIn");
}
