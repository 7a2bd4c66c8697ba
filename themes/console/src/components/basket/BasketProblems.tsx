import { InlineAlert } from "../feedback/InlineAlert";
import { useI18n } from "../provider/I18nProvider";
import type { FieldProblems } from "./basket";

/** Says that nothing was done, and why. Problems of a line or a field are shown there. */
export function BasketProblems({ problems }: { problems: FieldProblems }) {
  const i18n = useI18n();
  const general = problems.other ?? problems.together;
  return (
    <InlineAlert live variant="danger" title={i18n.t("basket.refused")}>
      {general ?? i18n.t("basket.refused.lines")}
    </InlineAlert>
  );
}
