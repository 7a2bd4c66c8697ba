import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import { FailureAlert } from "../../components/feedback/FailureAlert";
import { ActionButton } from "../../components/form/ActionButton";
import { useI18n } from "../../components/provider/I18nProvider";
import { useAction } from "../../components/hooks/useAction";
import { saveFile } from "./saveFile";

interface Props {
  text: string;
  /** The start of the file's name; the day follows. */
  name: string;
  load: () => Promise<string>;
}

/** A button that saves a table as a CSV file. */
export function DownloadButton({ text, name, load }: Props) {
  const i18n = useI18n();
  const { perform, busy, failure } = useAction();
  return (
    <>
      <ActionButton
        variant="secondary"
        icon={<DownloadIcon />}
        busy={busy}
        onClick={() =>
          void perform(async () => {
            saveFile(`${name}-${i18n.today()}.csv`, await load());
          })
        }
      >
        {text}
      </ActionButton>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
