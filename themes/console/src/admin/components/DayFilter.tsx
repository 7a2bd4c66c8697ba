import { useId } from "react";
import { DayInput } from "../../components/form/DayInput";

interface Props {
  label: string;
  /** yyyy-MM-dd; empty for any. */
  value: string;
  onChange: (day: string) => void;
}

/** Filters by a day. */
export function DayFilter({ label, value, onChange }: Props) {
  const id = useId();
  return (
    <div className="relais-field">
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <DayInput
        key={value ? "some" : "none"}
        id={id}
        value={value}
        earliest="2000-01-01"
        invalid={false}
        describedBy={`${id}-label`}
        onChange={onChange}
      />
    </div>
  );
}
