import { Button } from "@patternfly/react-core";
import { Dialog } from "../Dialog";
import { useWords } from "../Surroundings";

/** Asks whoever is about to leave changes behind. */
export function LeaveDialog({ leave, stay }: { leave: () => void; stay: () => void }) {
  const words = useWords();
  return (
    <Dialog
      alert
      title={words.t("leave.title")}
      close={stay}
      buttons={
        <>
          <Button onClick={stay}>{words.t("leave.stay")}</Button>
          <Button variant="link" onClick={leave}>
            {words.t("leave.leave")}
          </Button>
        </>
      }
    >
      {words.t("leave.body")}
    </Dialog>
  );
}
