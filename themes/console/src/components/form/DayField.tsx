import { FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import { useId } from "react";
import { DayInput } from "./DayInput";
import { useI18n } from "../provider/I18nProvider";

interface Props {
  label: string;
  value: string;
  onChange: (day: string) => void;
  latest?: string;
  problem?: string;
  /** Takes the focus when it appears. */
  autoFocus?: boolean;
}

/** A last day between today and a latest day; shows the day of the week and the latest day. */
export function DayField({ label, value, onChange, latest, problem, autoFocus }: Props) {
  const i18n = useI18n();
  const id = useId();
  const bound = latest && i18n.t("day.latest", { day: i18n.day(latest) });
  const wrong = problem !== undefined || !value || value < i18n.today() || Boolean(latest && value > latest);
  const said = value ? i18n.weekday(value) : i18n.t("day.unreadable", { example: i18n.shortDay(i18n.today()) });
  const help = problem ?? [said, bound].filter(Boolean).join(" · ");
  return (
    <FormGroup label={label} fieldId={`${id}-day`}>
      <DayInput
        id={`${id}-day`}
        value={value}
        earliest={i18n.today()}
        latest={latest}
        invalid={wrong}
        describedBy={`${id}-help`}
        onChange={onChange}
        autoFocus={autoFocus}
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
