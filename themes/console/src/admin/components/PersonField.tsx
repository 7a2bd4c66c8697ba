import { Button } from "@patternfly/react-core";
import TimesIcon from "@patternfly/react-icons/dist/esm/icons/times-icon";
import { useId, useState } from "react";
import { Dialog } from "../../components/dialog/Dialog";
import { calledName } from "../../components/people/personName";
import { PersonSearch } from "../../components/people/PersonSearch";
import { useI18n } from "../../components/provider/I18nProvider";
import { asMe, useAdministrator } from "../administrator";

interface Props {
  label: string;
  /** The id of an account; empty for anybody. */
  value: string;
  /** The name, if the page knows it. */
  name?: string;
  onChange: (id: string) => void;
}

/** Filters by a person found in the directory. */
export function PersonField({ label, value, name, onChange }: Props) {
  const i18n = useI18n();
  const id = useId();
  const administrator = useAdministrator();
  const [searching, setSearching] = useState(false);
  const [chosen, setChosen] = useState<{ id: string; name: string }>();
  const shown = (chosen?.id === value ? chosen.name : name) ?? i18n.t("person.one");
  const close = () => {
    setSearching(false);
  };
  return (
    <div className="relais-field" role="group" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} className="relais-field__label">
        {label}
      </span>
      {value ? (
        <span className="relais-chosen">
          {shown}
          <Button
            variant="plain"
            size="sm"
            icon={<TimesIcon />}
            aria-label={i18n.t("filter.clear", { name: label })}
            onClick={() => {
              onChange("");
            }}
          />
        </span>
      ) : (
        <Button
          variant="tertiary"
          size="sm"
          aria-label={i18n.t("person.choose.for", { field: label })}
          onClick={() => {
            setSearching(true);
          }}
        >
          {i18n.t("person.choose")}
        </Button>
      )}
      {searching && (
        <Dialog
          title={label}
          onClose={close}
          buttons={
            <Button variant="link" onClick={close}>
              {i18n.t("cancel")}
            </Button>
          }
        >
          <PersonSearch
            me={asMe(administrator)}
            label={i18n.t("add.search")}
            verb="choose"
            isPicked={() => false}
            onPick={(person) => {
              setChosen({ id: person.id, name: calledName(person) });
              onChange(person.id);
              close();
            }}
          />
        </Dialog>
      )}
    </div>
  );
}
