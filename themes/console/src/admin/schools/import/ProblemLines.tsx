import type { FileLine } from "../../../api/types";
import { useWords } from "../../../components/Surroundings";

interface Props {
  title: string;
  lines: FileLine[];
  /** How many there are, if not all are given. */
  total?: number;
}

/** Lines of a file, each with what is to be said of it. */
export function ProblemLines({ title, lines, total = lines.length }: Props) {
  const words = useWords();
  if (lines.length === 0) {
    return null;
  }
  return (
    <section className="relais-problem-lines" aria-label={title}>
      <h3>{title}</h3>
      <ul className="relais-problems">
        {lines.map((line) => (
          <li key={`${String(line.line)} ${line.subject} ${line.error.errorMessage}`}>
            <strong>
              {line.line > 0 && `${words.t("import.line")} ${words.number(line.line)} · `}
              {line.subject}
            </strong>
            <span>{line.error.errorMessage}</span>
          </li>
        ))}
      </ul>
      {lines.length < total && (
        <p className="relais-subtle">{words.t("import.first", { n: words.number(lines.length) })}</p>
      )}
    </section>
  );
}
