import type { ProfileEntry } from "../../api/types";
import { useAnnounce } from "../../components/provider/Announcer";
import { ConfirmDialog } from "../../components/dialog/ConfirmDialog";
import { useI18n } from "../../components/provider/I18nProvider";
import { useAdminApi } from "../administrator";
import { navigate, useLinks } from "../route";

interface Props {
  entry: ProfileEntry;
  close: () => void;
}

/** The groups stay, but nobody manages them any more and they open nothing. */
export function DeleteProfile({ entry, close }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const announce = useAnnounce();
  return (
    <ConfirmDialog
      title={i18n.t("profile.delete.title", { suffix: entry.suffix })}
      verb={i18n.t("profile.delete")}
      close={close}
      action={async () => {
        await api.deleteProfile(entry.componentId);
        announce(i18n.t("profile.deleted"));
        close();
        navigate(to("profiles"));
      }}
    >
      {i18n.count("profile.delete.body", entry.groups)}
    </ConfirmDialog>
  );
}
