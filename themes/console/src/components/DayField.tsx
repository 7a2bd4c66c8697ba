import { FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import { useId } from "react";
import { DayInput } from "./DayInput";
import { useWords } from "./Surroundings";

interface Props {
  label: string;
  value: string;
  change: (day: string) => void;
  latest?: string;
  problem?: string;
  /** Takes the focus when it appears. */
  first?: boolean;
}

/** A last day, from today to a latest one; says the day of the week and the bound. */
export function DayField({ label, value, change, latest, problem, first }: Props) {
  const words = useWords();
  const id = useId();
  const bound = latest && words.t("day.latest", { day: words.day(latest) });
  const wrong = problem !== undefined || !value || value < words.today() || Boolean(latest && value > latest);
  const said = value ? words.weekday(value) : words.t("day.unreadable", { example: words.shortDay(words.today()) });
  const help = problem ?? [said, bound].filter(Boolean).join(" · ");
  return (
    <FormGroup label={label} fieldId={`${id}-day`}>
      <DayInput
        id={`${id}-day`}
        value={value}
        earliest={words.today()}
        latest={latest}
        invalid={wrong}
        describedBy={`${id}-help`}
        change={change}
        first={first}
      />
      <FormHelperText>
        <HelperText>
          <HelperTextItem id={`${id}-help`} variant={wrong ? "error" : "default"}>
            {help}
          </HelperTextItem>
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
}
