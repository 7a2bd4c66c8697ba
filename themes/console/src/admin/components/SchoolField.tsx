import { TextInput } from "@patternfly/react-core";
import { useCallback, useId, useState } from "react";
import { useI18n } from "../../components/provider/I18nProvider";
import { useDebounced } from "../../components/hooks/useDebounced";
import { useLoad } from "../../components/hooks/useLoad";
import { useAdminApi } from "../administrator";

const MIN_LENGTH = 2;
const NONE = { items: [], next: null };
const UAI = /^\d{7}[A-Z]$/i;

interface Props {
  label: string;
  /** The UAI; empty for any. */
  value: string;
  onChange: (uai: string) => void;
}

/** Filters by a school: its UAI, or part of its name and then a suggestion. */
export function SchoolField({ label, value, onChange }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
  }
  const q = useDebounced(typed.trim());
  const found = useLoad(
    useCallback(
      (signal: AbortSignal) =>
        q.length < MIN_LENGTH || q === value ? Promise.resolve(NONE) : api.schools(q, undefined, signal),
      [api, q, value],
    ),
  );
  return (
    <div className="relais-field">
      <label htmlFor={id}>{label}</label>
      <TextInput
        id={id}
        type="search"
        value={typed}
        maxLength={100}
        autoComplete="off"
        list={`${id}-found`}
        placeholder={i18n.t("school.placeholder")}
        onChange={(_, text) => {
          setTyped(text);
          const uai = UAI.test(text.trim()) ? text.trim().toUpperCase() : "";
          if (uai !== value) {
            setSeen(uai);
            onChange(uai);
          }
        }}
      />
      <datalist id={`${id}-found`}>
        {found.value?.items.map((school) => (
          <option key={school.uai} value={school.uai} label={school.name} />
        ))}
      </datalist>
    </div>
  );
}
