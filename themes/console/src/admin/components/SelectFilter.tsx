import { FormSelect, FormSelectOption } from "@patternfly/react-core";
import { useId } from "react";

interface Props {
  label: string;
  value: string;
  options: { value: string; text: string }[];
  onChange: (value: string) => void;
}

/** Filters by one of several values. */
export function SelectFilter({ label, value, options, onChange }: Props) {
  const id = useId();
  return (
    <div className="relais-field">
      <label htmlFor={id}>{label}</label>
      <FormSelect
        id={id}
        value={value}
        onChange={(_, chosen) => {
          onChange(chosen);
        }}
      >
        {options.map((option) => (
          <FormSelectOption key={option.value} value={option.value} label={option.text} />
        ))}
      </FormSelect>
    </div>
  );
}
