import type { Grant } from "../../api/types";
import { useAnnounce } from "../provider/Announcer";
import { ConfirmDialog } from "../dialog/ConfirmDialog";
import { useI18n } from "../provider/I18nProvider";
import { useApi } from "../provider/RelaisProvider";
import { granteeName } from "./granteeName";

interface Props {
  grant: Grant;
  onClose: () => void;
  onDone: () => void;
}

/** Ends one person's access before its last day. */
export function EndGrant({ grant, onClose, onDone }: Props) {
  const api = useApi();
  const i18n = useI18n();
  const announce = useAnnounce();
  const name = granteeName(grant);
  const end = async () => {
    await api.endGrant(grant.id);
    announce(i18n.t("grant.ended", { name }));
    onDone();
  };
  return (
    <ConfirmDialog
      title={i18n.t("grant.end.title", { name })}
      verb={i18n.t("grant.end.verb")}
      action={end}
      onClose={onClose}
      onRefused={onDone}
    >
      {i18n.t("grant.end.body", { name, group: grant.groupName ?? "", day: i18n.day(grant.endsOn) })}
    </ConfirmDialog>
  );
}
