import { useCallback } from "react";
import { useCountdown } from "../hooks/useCountdown";
import { InlineAlert } from "./InlineAlert";
import { useI18n } from "../provider/I18nProvider";

interface Props {
  seconds: number;
  onElapsed?: () => void;
}

/** Too many requests: shows how long to wait, then retries by itself. Screen readers do not hear the seconds. */
export function RetryCountdown({ seconds, onElapsed }: Props) {
  const i18n = useI18n();
  const left = useCountdown(
    seconds,
    useCallback(() => onElapsed?.(), [onElapsed]),
  );
  return (
    <InlineAlert variant="warning" title={<span role="alert">{i18n.t("failure.tooMany")}</span>}>
      {i18n.count("failure.wait", left)}
    </InlineAlert>
  );
}
