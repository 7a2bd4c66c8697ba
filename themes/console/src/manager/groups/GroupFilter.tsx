import { FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { useId } from "react";
import type { School } from "../../api/types";
import { useI18n } from "../../components/provider/I18nProvider";

interface Filter {
  q: string;
  school: string;
}

interface Props {
  schools: School[];
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** Filters by name and, if there are several, by organisation. */
export function GroupFilter({ schools, filter, onChange }: Props) {
  const i18n = useI18n();
  const id = useId();
  return (
    <div className="relais-filters" role="search" aria-label={i18n.t("groups.filter")}>
      <div className="relais-field relais-field--wide">
        <label htmlFor={`${id}-q`}>{i18n.t("groups.filter.name")}</label>
        <TextInput
          id={`${id}-q`}
          type="search"
          value={filter.q}
          maxLength={100}
          onChange={(_, q) => {
            onChange({ ...filter, q });
          }}
        />
      </div>
      {schools.length > 1 && (
        <div className="relais-field">
          <label htmlFor={`${id}-school`}>{i18n.t("groups.filter.school")}</label>
          <FormSelect
            id={`${id}-school`}
            value={filter.school}
            onChange={(_, school) => {
              onChange({ ...filter, school });
            }}
          >
            <FormSelectOption value="" label={i18n.t("groups.filter.all")} />
            {schools.map((school) => (
              <FormSelectOption key={school.id} value={school.uai} label={`${school.name} (${school.uai})`} />
            ))}
          </FormSelect>
        </div>
      )}
    </div>
  );
}
