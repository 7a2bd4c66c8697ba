import { Button } from "@patternfly/react-core";
import type { ProfileApplication, ProfileDraft, ProfilePreview } from "../../api/types";
import { useAnnounce } from "../../components/Announcer";
import { Dialog } from "../../components/Dialog";
import { Failure } from "../../components/Failure";
import { ActButton } from "../../components/ActButton";
import { Notice } from "../../components/Notice";
import { useWords } from "../../components/Surroundings";
import { useAct } from "../../components/useAct";
import type { Words } from "../../messages/words";
import { useAdministration } from "../administrator";
import { go, useLinks } from "../route";

interface Props {
  draft: ProfileDraft;
  preview: ProfilePreview;
  close: () => void;
}

/** What saving a profile comes to, and the button that saves it. */
export function Consequences({ draft, preview, close }: Props) {
  const api = useAdministration();
  const words = useWords();
  const to = useLinks();
  const announce = useAnnounce();
  const { act, busy, failure } = useAct();
  const save = () =>
    act(async () => {
      await api.saveProfile(draft);
      announce(words.t("profile.saved"));
      close();
      go(to("profiles"));
    });
  return (
    <Dialog
      title={words.t("profile.consequences")}
      close={close}
      buttons={
        <>
          <ActButton busy={busy} onClick={() => void save()}>
            {words.t("grant.save")}
          </ActButton>
          <Button variant="link" onClick={close}>
            {words.t("profile.goOn")}
          </Button>
        </>
      }
    >
      <ul className="relais-points">
        {sentences(preview, words).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {preview.leavesItsGroups && preview.groups > 0 && (
        <Notice
          variant="danger"
          title={words.count("preview.leaves", preview.groups, { grants: words.number(preview.grants) })}
        />
      )}
      {preview.guards.length > 0 && (
        <Notice variant="warning" title={words.t("preview.guards", { applications: named(preview.guards, words) })} />
      )}
      {failure !== undefined && <Failure failure={failure} />}
    </Dialog>
  );
}

function sentences(preview: ProfilePreview, words: Words) {
  const { groups, lacking, grants, opens, closes } = preview;
  return [
    words.count("preview.groups", groups),
    words.count("preview.grants", grants),
    ...(lacking > 0 ? [words.count("preview.lacking", lacking)] : []),
    ...(opens.length > 0 ? [words.t("preview.opens", { applications: named(opens, words) })] : []),
    ...(closes.length > 0 ? [words.t("preview.closes", { applications: named(closes, words) })] : []),
    ...(opens.length + closes.length === 0 ? [words.t("preview.sameApplications")] : []),
  ];
}

function named(applications: ProfileApplication[], words: Words) {
  return words.list(
    applications.map(({ clientId, exists }) =>
      exists === false ? words.t("profiles.unknownClient", { clientId }) : clientId,
    ),
  );
}
