import { AlertActionLink } from "@patternfly/react-core";
import { Refused, SignedOut, Unreachable } from "../../api/failures";
import { signingIn } from "../leave/signingIn";
import { InlineAlert } from "./InlineAlert";
import { useI18n } from "../provider/I18nProvider";
import { usePageContext } from "../provider/RelaisProvider";
import { RetryCountdown } from "./RetryCountdown";

interface Props {
  failure: unknown;
  onRetry?: () => void;
}

/** Says what went wrong and what people can do about it. */
export function FailureAlert({ failure, onRetry }: Props) {
  const i18n = useI18n();
  const { signIn } = usePageContext();
  if (failure instanceof SignedOut) {
    return (
      <InlineAlert
        live
        variant="warning"
        title={i18n.t("failure.signedOut")}
        actionLinks={
          <AlertActionLink
            onClick={() => {
              signingIn();
              signIn();
            }}
          >
            {i18n.t("failure.signIn")}
          </AlertActionLink>
        }
      >
        {i18n.t("failure.signedOut.kept")}
      </InlineAlert>
    );
  }
  if (failure instanceof Refused && failure.status === 429) {
    return <RetryCountdown seconds={failure.wait || 10} onElapsed={onRetry} />;
  }
  const again = onRetry && <AlertActionLink onClick={onRetry}>{i18n.t("failure.retry")}</AlertActionLink>;
  if (failure instanceof Refused && failure.problems.length === 0) {
    return (
      <InlineAlert
        live
        variant="danger"
        title={i18n.t("failure.refused", { status: failure.status })}
        actionLinks={again}
      >
        {i18n.t(failure.status === 413 ? "failure.refused.large" : "failure.refused.help")}
      </InlineAlert>
    );
  }
  if (failure instanceof Refused) {
    return <InlineAlert live variant="danger" title={failure.message} actionLinks={again} />;
  }
  const offline = failure instanceof Unreachable && !navigator.onLine;
  const title = offline
    ? "failure.offline"
    : failure instanceof Unreachable
      ? "failure.unreachable"
      : "failure.unexpected";
  return (
    <InlineAlert live variant="danger" title={i18n.t(title)} actionLinks={again}>
      {i18n.t("failure.nothingLost")}
    </InlineAlert>
  );
}
