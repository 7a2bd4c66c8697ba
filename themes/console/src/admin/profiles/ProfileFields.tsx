import { Checkbox, FormFieldGroup, FormFieldGroupHeader } from "@patternfly/react-core";
import { useI18n } from "../../components/provider/I18nProvider";
import type { MessageKey } from "../../messages/i18n";
import { type Config, FLAGS, LIMITS, LISTS, SUFFIXES, TEXTS, type TextName } from "./fields";
import { ListField } from "./ListField";
import { PopulationField } from "./PopulationField";
import { SuffixesField } from "./SuffixesField";
import { TextField } from "./TextField";

interface Props {
  config: Config;
  suffixes: string[];
  problemOf: (field: string) => string | undefined;
  onChange: (name: string, values: string[]) => void;
}

/** Each setting with its name, its meaning and, where it is wrong, why. */
export function ProfileFields({ config, suffixes, problemOf, onChange }: Props) {
  const i18n = useI18n();
  const text = (name: TextName) => (
    <TextField
      key={name}
      name={name}
      value={config[name]?.[0] ?? ""}
      problem={problemOf(name)}
      onChange={(value) => {
        onChange(name, [value]);
      }}
    />
  );
  const list = (name: (typeof LISTS)[number]) => (
    <ListField
      key={name}
      name={name}
      values={config[name] ?? []}
      problem={problemOf(name)}
      onChange={(values) => {
        onChange(name, values);
      }}
    />
  );
  const group = (title: MessageKey) => (
    <FormFieldGroupHeader titleText={{ text: i18n.t(title), id: `relais-${title}` }} />
  );
  return (
    <>
      {TEXTS.map(text)}
      <PopulationField
        value={config.population?.[0] ?? "MIXED"}
        problem={problemOf("population")}
        onChange={(value) => {
          onChange("population", [value]);
        }}
      />
      {LISTS.map(list)}
      <FormFieldGroup header={group("profile.others")}>
        {SUFFIXES.map((name) => (
          <SuffixesField
            key={name}
            name={name}
            values={config[name] ?? []}
            suffixes={suffixes}
            problem={problemOf(name)}
            onChange={(values) => {
              onChange(name, values);
            }}
          />
        ))}
      </FormFieldGroup>
      <FormFieldGroup header={group("profile.limits")}>
        {LIMITS.map(text)}
        {FLAGS.map((name) => (
          <Checkbox
            key={name}
            id={`relais-profile-${name}`}
            label={i18n.t(`profile.${name}`)}
            isChecked={config[name]?.[0] === "true"}
            onChange={(_, ticked) => {
              onChange(name, [String(ticked)]);
            }}
          />
        ))}
        {text("moodleCohort")}
      </FormFieldGroup>
    </>
  );
}
