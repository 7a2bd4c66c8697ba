import type { FileLine } from "../../../api/types";
import { useI18n } from "../../../components/provider/I18nProvider";

interface Props {
  title: string;
  lines: FileLine[];
  /** How many there are, if only some are given. */
  total?: number;
}

/** Lines of a file, each with its problem. */
export function ProblemLines({ title, lines, total = lines.length }: Props) {
  const i18n = useI18n();
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
              {line.line > 0 && `${i18n.t("import.line")} ${i18n.number(line.line)} · `}
              {line.subject}
            </strong>
            <span>{line.error.errorMessage}</span>
          </li>
        ))}
      </ul>
      {lines.length < total && (
        <p className="relais-subtle">{i18n.t("import.first", { n: i18n.number(lines.length) })}</p>
      )}
    </section>
  );
}
