import { useId } from "react";
import { useI18n } from "../../components/provider/I18nProvider";

interface Props {
  /** What the file may contain. */
  help: string;
  /** The name of the file that was picked. */
  picked: string | undefined;
  disabled: boolean;
  onPick: (file: File) => void;
}

/** Picks a CSV file. The label serves as the button: the browser's own button speaks its language, not the page's. */
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
          // Lets people pick the same file again once they have corrected it.
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
