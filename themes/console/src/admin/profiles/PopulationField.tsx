import { FormGroup, FormSelect, FormSelectOption } from "@patternfly/react-core";
import { useI18n } from "../../components/provider/I18nProvider";
import { FieldHelp } from "./FieldHelp";

const POPULATIONS = ["OFFICIAL", "GRANTED", "MIXED"] as const;
const ID = "relais-profile-population";

interface Props {
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}

/** Who may be in the groups: official members, granted ones, or both. */
export function PopulationField({ value, problem, onChange }: Props) {
  const i18n = useI18n();
  return (
    <FormGroup label={i18n.t("profile.population")} fieldId={ID}>
      <FormSelect
        id={ID}
        value={value}
        validated={problem ? "error" : "default"}
        aria-describedby={`${ID}-help`}
        onChange={(_, chosen) => {
          onChange(chosen);
        }}
      >
        {POPULATIONS.map((one) => (
          <FormSelectOption key={one} value={one} label={i18n.t(`population.${one}`)} />
        ))}
      </FormSelect>
      <FieldHelp id={`${ID}-help`} problem={problem} help={i18n.t("profile.population.help")} />
    </FormGroup>
  );
}
