import { FormSelect, FormSelectOption } from "@patternfly/react-core";
import { useCallback, useId } from "react";
import type { School } from "../../api/types";
import { useI18n } from "../provider/I18nProvider";
import { useApi } from "../provider/RelaisProvider";
import { useLoad } from "../hooks/useLoad";

interface Filter {
  school: string;
  type: string;
}

interface Props extends Filter {
  schools: School[];
  onChange: (filter: Filter) => void;
}

/** Filters the search by organisation and type. */
export function PersonFilters({ schools, school, type, onChange }: Props) {
  const api = useApi();
  const i18n = useI18n();
  const id = useId();
  const loaded = useLoad(useCallback((signal: AbortSignal) => api.peopleTypes(signal), [api]));
  const types = loaded.value?.items ?? [];
  return (
    <>
      <div className="relais-field">
        <label htmlFor={`${id}-school`}>{i18n.t("search.school")}</label>
        <FormSelect
          id={`${id}-school`}
          value={school}
          onChange={(_, chosen) => {
            onChange({ school: chosen, type });
          }}
        >
          <FormSelectOption value="all" label={i18n.t("search.school.all")} />
          {schools.length > 0 && <FormSelectOption value="mine" label={i18n.t("search.school.mine")} />}
          {schools.length > 1 &&
            schools.map((one) => <FormSelectOption key={one.uai} value={one.uai} label={`${one.name} (${one.uai})`} />)}
        </FormSelect>
      </div>
      {types.length > 0 && (
        <div className="relais-field">
          <label htmlFor={`${id}-type`}>{i18n.t("search.type")}</label>
          <FormSelect
            id={`${id}-type`}
            value={type}
            onChange={(_, chosen) => {
              onChange({ school, type: chosen });
            }}
          >
            <FormSelectOption value="" label={i18n.t("search.type.all")} />
            {types.map((one) => (
              <FormSelectOption key={one.id} value={one.id} label={one.label} />
            ))}
          </FormSelect>
        </div>
      )}
    </>
  );
}
