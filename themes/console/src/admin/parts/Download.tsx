import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import { Failure } from "../../components/Failure";
import { ActButton } from "../../components/ActButton";
import { useWords } from "../../components/Surroundings";
import { useAct } from "../../components/useAct";
import { save } from "./download";

interface Props {
  text: string;
  /** Beginning of the file's name; the day follows. */
  name: string;
  load: () => Promise<string>;
}

/** A button that saves a table as a CSV file. */
export function Download({ text, name, load }: Props) {
  const words = useWords();
  const { act, busy, failure } = useAct();
  return (
    <>
      <ActButton
        variant="secondary"
        icon={<DownloadIcon />}
        busy={busy}
        onClick={() =>
          void act(async () => {
            save(`${name}-${words.today()}.csv`, await load());
          })
        }
      >
        {text}
      </ActButton>
      {failure !== undefined && <Failure failure={failure} />}
    </>
  );
}
