import { FormGroup, FormSelect, FormSelectOption } from "@patternfly/react-core";
import { useCallback, useId } from "react";
import type { Group } from "../../api/types";
import { FailureAlert } from "../feedback/FailureAlert";
import { useI18n } from "../provider/I18nProvider";
import { useApi } from "../provider/RelaisProvider";
import { useLoad } from "../hooks/useLoad";

interface Props {
  label: string;
  /** The group that is not offered itself. */
  beside: Group;
  value: string | undefined;
  onChange: (group: Group | undefined) => void;
}

/** Selects one of the other groups. */
export function GroupSelect({ label, beside, value, onChange }: Props) {
  const api = useApi();
  const i18n = useI18n();
  const id = useId();
  const groups = useLoad(useCallback((signal: AbortSignal) => api.offeredBeside(beside, signal), [api, beside]));
  const offered = groups.value?.items.filter((group) => group.id !== beside.id) ?? [];
  return (
    <FormGroup label={label} fieldId={`${id}-group`}>
      {groups.failure !== undefined && <FailureAlert failure={groups.failure} onRetry={groups.reload} />}
      <FormSelect
        id={`${id}-group`}
        value={value ?? ""}
        isDisabled={offered.length === 0}
        onChange={(_, chosen) => {
          onChange(offered.find((group) => group.id === chosen));
        }}
      >
        <FormSelectOption value="" label={i18n.t(offered.length > 0 ? "choose" : "choose.none")} />
        {offered.map((group) => (
          <FormSelectOption key={group.id} value={group.id} label={`${group.label} – ${group.school.name}`} />
        ))}
      </FormSelect>
    </FormGroup>
  );
}
