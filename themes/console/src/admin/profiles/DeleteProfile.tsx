import type { ProfileEntry } from "../../api/types";
import { useAnnounce } from "../../components/provider/Announcer";
import { ConfirmDialog } from "../../components/dialog/ConfirmDialog";
import { useI18n } from "../../components/provider/I18nProvider";
import { useAdminApi } from "../administrator";
import { navigate, useLinks } from "../route";

interface Props {
  entry: ProfileEntry;
  onClose: () => void;
}

/** Deletes a profile. Its groups stay, but nobody manages them and they open nothing. */
export function DeleteProfile({ entry, onClose }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const announce = useAnnounce();
  return (
    <ConfirmDialog
      title={i18n.t("profile.delete.title", { suffix: entry.suffix })}
      verb={i18n.t("profile.delete")}
      onClose={onClose}
      action={async () => {
        await api.deleteProfile(entry.componentId);
        announce(i18n.t("profile.deleted"));
        onClose();
        navigate(to("profiles"));
      }}
    >
      {i18n.count("profile.delete.body", entry.groups)}
    </ConfirmDialog>
  );
}
