import { Button } from "@patternfly/react-core";
import type { Grant } from "../../api/types";
import { useAction } from "../hooks/useAction";
import { useAnnounce } from "../provider/Announcer";
import { FailureAlert } from "../feedback/FailureAlert";
import { useI18n } from "../provider/I18nProvider";
import { useApi } from "../provider/RelaisProvider";

type Bearer = NonNullable<Grant["claimedBy"]>;

interface Props {
  grant: Grant;
  /** Who now has the name that the grant waits for. */
  bearer: Bearer;
  onConfirmed: () => void;
}

/** Somebody now has the name for which an access waits: one click says that it is the right person. */
export function ClaimedBy({ grant, bearer, onConfirmed }: Props) {
  const api = useApi();
  const i18n = useI18n();
  const announce = useAnnounce();
  const { perform, busy, failure } = useAction();
  const { name } = bearer;
  const about = [bearer.function, ...bearer.schools].filter(Boolean).join(", ");
  const confirm = async () => {
    await api.confirmGrant(grant.id, { userId: bearer.id });
    announce(i18n.t("claimed.done", { name }));
    onConfirmed();
  };
  return (
    <span className="relais-row__what">
      <span>{i18n.t("claimed.by", { name: about ? `${name} (${about})` : name })}</span>
      <Button
        size="sm"
        variant="secondary"
        isLoading={busy}
        aria-label={i18n.t("claimed.confirm.of", { name })}
        onClick={() => void perform(confirm)}
      >
        {i18n.t("claimed.confirm")}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </span>
  );
}
