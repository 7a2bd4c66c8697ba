import { FormGroup, TextArea } from "@patternfly/react-core";
import { useState } from "react";
import { useI18n } from "../../components/provider/I18nProvider";
import { FieldHelp } from "./FieldHelp";
import { type LISTS, valuesIn } from "./fields";

interface Props {
  name: (typeof LISTS)[number];
  values: string[];
  problem: string | undefined;
  onChange: (values: string[]) => void;
}

/** A setting with several values, one per line. */
export function ListField({ name, values, problem, onChange }: Props) {
  const i18n = useI18n();
  const id = `relais-profile-${name}`;
  const [text, setText] = useState(values.join("\n"));
  return (
    <FormGroup label={i18n.t(`profile.${name}`)} fieldId={id}>
      <TextArea
        id={id}
        value={text}
        rows={Math.max(2, values.length + 1)}
        validated={problem ? "error" : "default"}
        aria-describedby={`${id}-help`}
        onChange={(_, typed) => {
          setText(typed);
          onChange(valuesIn(typed));
        }}
      />
      <FieldHelp id={`${id}-help`} problem={problem} help={i18n.t(`profile.${name}.help`)} />
    </FormGroup>
  );
}
