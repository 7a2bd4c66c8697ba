import type { ProfileEntry } from "../../api/types";
import { useAnnounce } from "../../components/Announcer";
import { Confirm } from "../../components/Confirm";
import { useWords } from "../../components/Surroundings";
import { useAdministration } from "../administrator";
import { go, useLinks } from "../route";

interface Props {
  entry: ProfileEntry;
  close: () => void;
}

/** The groups stay, but nobody manages them any more and they open nothing. */
export function DeleteProfile({ entry, close }: Props) {
  const api = useAdministration();
  const words = useWords();
  const to = useLinks();
  const announce = useAnnounce();
  return (
    <Confirm
      title={words.t("profile.delete.title", { suffix: entry.suffix })}
      verb={words.t("profile.delete")}
      close={close}
      act={async () => {
        await api.deleteProfile(entry.componentId);
        announce(words.t("profile.deleted"));
        close();
        go(to("profiles"));
      }}
    >
      {words.count("profile.delete.body", entry.groups)}
    </Confirm>
  );
}
