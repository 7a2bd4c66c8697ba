import { useId } from "react";
import { useI18n } from "../../components/provider/I18nProvider";

interface Props {
  /** What may be in it. */
  help: string;
  /** The name of the one that was picked. */
  picked: string | undefined;
  disabled: boolean;
  onPick: (file: File) => void;
}

/** A CSV file of the person's own. The label is the button: what browsers draw speaks their language, not the page's. */
export function FileInput({ help, picked, disabled, onPick }: Props) {
  const i18n = useI18n();
  const id = useId();
  return (
    <div className="relais-file">
      <input
        id={id}
        className="relais-unseen"
        type="file"
        accept=".csv,text/csv,text/plain"
        disabled={disabled}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) {
            onPick(file);
          }
          // So that the same file, corrected, can be chosen again.
          event.target.value = "";
        }}
      />
      <label htmlFor={id} className="pf-v5-c-button pf-m-secondary">
        {i18n.t("import.file")}
      </label>{" "}
      {picked && <span className="relais-technical">{picked}</span>}
      <p id={`${id}-help`} className="relais-subtle">
        {help}
      </p>
    </div>
  );
}
