import { Notice } from "../Notice";
import { useWords } from "../Surroundings";
import type { FieldProblems } from "./basket";

/** Nothing was done, and why; what concerns a line or a field stands there. */
export function BasketProblems({ problems }: { problems: FieldProblems }) {
  const words = useWords();
  const general = problems.other ?? problems.together;
  return (
    <Notice live variant="danger" title={words.t("basket.refused")}>
      {general ?? words.t("basket.refused.lines")}
    </Notice>
  );
}
