import type { Application } from "../api/types";
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
            what: application.delivery?.text ?? words.t(mine ? "opens.forMe" : "opens.atSignIn"),
          })}
          {application.note && !mine && <span className="relais-note">{application.note}</span>}
        </li>
      ))}
    </ul>
  );
}
