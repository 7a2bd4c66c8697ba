import { useCallback } from "react";
import { useCountdown } from "./useCountdown";
import { Notice } from "./Notice";
import { useWords } from "./Surroundings";

interface Props {
  seconds: number;
  over?: () => void;
}

/** Too many questions: shows how long to wait, then goes on by itself. The seconds are not read out. */
export function Wait({ seconds, over }: Props) {
  const words = useWords();
  const left = useCountdown(
    seconds,
    useCallback(() => over?.(), [over]),
  );
  return (
    <Notice variant="warning" title={<span role="alert">{words.t("failure.tooMany")}</span>}>
      {words.count("failure.wait", left)}
    </Notice>
  );
}
