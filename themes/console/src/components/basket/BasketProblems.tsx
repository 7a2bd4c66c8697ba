import { Alert } from "@patternfly/react-core";
import { useWords } from "../Surroundings";
import type { FieldProblems } from "./basket";

/** Nothing was done, and why; what concerns a line or a field stands there. */
export function BasketProblems({ problems }: { problems: FieldProblems }) {
  const words = useWords();
  const general = problems.other ?? problems.together;
  return (
    <Alert isInline variant="danger" component="p" title={words.t("basket.refused")}>
      {general ?? words.t("basket.refused.lines")}
    </Alert>
  );
}
