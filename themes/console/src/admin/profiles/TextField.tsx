import { FormGroup, TextInput } from "@patternfly/react-core";
import { useI18n } from "../../components/provider/I18nProvider";
import type { TextName } from "./fields";
import { FieldHelp } from "./FieldHelp";

interface Props {
  name: TextName;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}

/** A setting with one value. */
export function TextField({ name, value, problem, onChange }: Props) {
  const i18n = useI18n();
  const id = `relais-profile-${name}`;
  return (
    <FormGroup label={i18n.t(`profile.${name}`)} fieldId={id}>
      <TextInput
        id={id}
        value={value}
        validated={problem ? "error" : "default"}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        onChange={(_, text) => {
          onChange(text);
        }}
      />
      <FieldHelp id={`${id}-help`} problem={problem} help={i18n.t(`profile.${name}.help`)} />
    </FormGroup>
  );
}
