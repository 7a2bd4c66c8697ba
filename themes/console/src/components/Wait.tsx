import { Alert } from "@patternfly/react-core";
import { useCallback } from "react";
import { useCountdown } from "./useCountdown";
import { useWords } from "./Surroundings";

interface Props {
  seconds: number;
  over?: () => void;
}

/** Too many questions: shows how long to wait, then goes on by itself. */
export function Wait({ seconds, over }: Props) {
  const words = useWords();
  const left = useCountdown(
    seconds,
    useCallback(() => over?.(), [over]),
  );
  return (
    <Alert isInline variant="warning" component="p" title={words.t("failure.tooMany")}>
      {words.count("failure.wait", left)}
    </Alert>
  );
}
