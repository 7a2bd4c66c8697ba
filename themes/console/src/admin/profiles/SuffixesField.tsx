import { Checkbox, FormGroup } from "@patternfly/react-core";
import { useI18n } from "../../components/provider/I18nProvider";
import type { SUFFIXES } from "./fields";
import { FieldHelp } from "./FieldHelp";

interface Props {
  name: (typeof SUFFIXES)[number];
  values: string[];
  /** The suffixes that exist. */
  suffixes: string[];
  problem: string | undefined;
  onChange: (values: string[]) => void;
}

/** Selects some of the profiles. */
export function SuffixesField({ name, values, suffixes, problem, onChange }: Props) {
  const i18n = useI18n();
  const id = `relais-profile-${name}`;
  const label = i18n.t(`profile.${name}`);
  const offered = [...suffixes, ...values.filter((value) => !suffixes.includes(value))];
  return (
    <FormGroup role="group" label={label} fieldId={id} isInline>
      {offered.map((suffix) => (
        <Checkbox
          key={suffix}
          id={`${id}-${suffix}`}
          label={suffix}
          aria-invalid={problem !== undefined}
          isChecked={values.includes(suffix)}
          onChange={(_, ticked) => {
            onChange(ticked ? [...values, suffix] : values.filter((other) => other !== suffix));
          }}
        />
      ))}
      <FieldHelp id={`${id}-help`} problem={problem} help={i18n.t(`profile.${name}.help`)} />
    </FormGroup>
  );
}
