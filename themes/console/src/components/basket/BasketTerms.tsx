import { Checkbox } from "@patternfly/react-core";
import type { GroupDetails } from "../../api/types";
import { DayField } from "../form/DayField";
import { ReasonField } from "../form/ReasonField";
import { useI18n } from "../provider/I18nProvider";
import { adds, type Basket } from "./basket";
import type { BasketState } from "./useBasket";

interface Props {
  group: GroupDetails;
  basket: Basket;
  onChange: BasketState["change"];
}

/** The last day, the reason and the sibling groups. */
export function BasketTerms({ group, basket, onChange }: Props) {
  const i18n = useI18n();
  const adding = adds(basket);
  const key = !adding ? "together.remove" : basket.removals.length > 0 ? "together.both" : "together.add";
  return (
    <>
      {adding && (
        <>
          <DayField
            label={i18n.t("day.last")}
            value={basket.endsOn}
            latest={group.rules.latestEnd}
            problem={basket.problems.endsOn}
            onChange={(endsOn) => {
              onChange(() => ({ endsOn }));
            }}
          />
          <ReasonField
            value={basket.reason}
            required={group.rules.reasonRequired}
            problem={basket.problems.reason}
            onChange={(reason) => {
              onChange(() => ({ reason }));
            }}
          />
        </>
      )}
      {group.together.map((sibling) => (
        <Checkbox
          key={sibling.id}
          id={`relais-together-${sibling.suffix}`}
          label={i18n.t(key, { group: sibling.label })}
          description={
            sibling.applications.length > 0
              ? i18n.t("together.opens", { applications: i18n.list(sibling.applications.map(({ name }) => name)) })
              : undefined
          }
          isChecked={basket.together.includes(sibling.suffix)}
          onChange={(_, ticked) => {
            onChange(({ together }) => ({
              together: ticked ? [...together, sibling.suffix] : together.filter((suffix) => suffix !== sibling.suffix),
            }));
          }}
        />
      ))}
    </>
  );
}
