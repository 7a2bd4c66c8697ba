import { Button, InputGroup, InputGroupItem, TextInput } from "@patternfly/react-core";
import CalendarIcon from "@patternfly/react-icons/dist/esm/icons/calendar-alt-icon";
import { useRef, useState } from "react";
import { useI18n } from "../provider/I18nProvider";

interface Props {
  id: string;
  /** yyyy-MM-dd; empty while the text is not a day. */
  value: string;
  onChange: (day: string) => void;
  earliest: string;
  latest?: string;
  invalid: boolean;
  describedBy: string;
  /** Takes the focus when it appears. */
  autoFocus?: boolean;
}

/** A day, typed in the format of the language or picked in the browser's calendar. */
export function DayInput({ id, value, onChange, earliest, latest, invalid, describedBy, autoFocus }: Props) {
  const i18n = useI18n();
  const calendar = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  return (
    <InputGroup>
      <InputGroupItem isFill>
        <TextInput
          id={id}
          value={typed ?? i18n.shortDay(value)}
          validated={invalid ? "error" : "default"}
          autoComplete="off"
          autoFocus={autoFocus}
          aria-describedby={describedBy}
          onChange={(_, text) => {
            setTyped(text);
            onChange(i18n.readDay(text));
          }}
          onBlur={() => {
            if (value) {
              setTyped(undefined);
            }
          }}
        />
      </InputGroupItem>
      <InputGroupItem>
        <input
          ref={calendar}
          className="relais-calendar"
          type="date"
          value={value}
          min={earliest}
          max={latest}
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            setTyped(undefined);
            onChange(event.target.value);
          }}
        />
        <Button
          variant="control"
          aria-label={i18n.t("day.calendar")}
          onClick={() => {
            calendar.current?.showPicker();
          }}
        >
          <CalendarIcon />
        </Button>
      </InputGroupItem>
    </InputGroup>
  );
}
