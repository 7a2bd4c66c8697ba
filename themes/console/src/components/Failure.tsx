import { AlertActionLink } from "@patternfly/react-core";
import { Refused, SignedOut, Unreachable } from "../api/failures";
import { signingIn } from "./leave/signingIn";
import { Notice } from "./Notice";
import { useConsole, useWords } from "./Surroundings";
import { Wait } from "./Wait";

interface Props {
  failure: unknown;
  retry?: () => void;
}

/** Says what went wrong and what can be done about it. */
export function Failure({ failure, retry }: Props) {
  const words = useWords();
  const { signIn } = useConsole();
  if (failure instanceof SignedOut) {
    return (
      <Notice
        live
        variant="warning"
        title={words.t("failure.signedOut")}
        actionLinks={
          <AlertActionLink
            onClick={() => {
              signingIn();
              signIn();
            }}
          >
            {words.t("failure.signIn")}
          </AlertActionLink>
        }
      >
        {words.t("failure.signedOut.kept")}
      </Notice>
    );
  }
  if (failure instanceof Refused && failure.status === 429) {
    return <Wait seconds={failure.wait || 10} over={retry} />;
  }
  const again = retry && <AlertActionLink onClick={retry}>{words.t("failure.retry")}</AlertActionLink>;
  if (failure instanceof Refused && failure.problems.length === 0) {
    return (
      <Notice live variant="danger" title={words.t("failure.refused", { status: failure.status })} actionLinks={again}>
        {words.t(failure.status === 413 ? "failure.refused.large" : "failure.refused.help")}
      </Notice>
    );
  }
  if (failure instanceof Refused) {
    return <Notice live variant="danger" title={failure.message} actionLinks={again} />;
  }
  const offline = failure instanceof Unreachable && !navigator.onLine;
  const title = offline
    ? "failure.offline"
    : failure instanceof Unreachable
      ? "failure.unreachable"
      : "failure.unexpected";
  return (
    <Notice live variant="danger" title={words.t(title)} actionLinks={again}>
      {words.t("failure.nothingLost")}
    </Notice>
  );
}
