import { Button } from "@patternfly/react-core";
import type { ProfileApplication, ProfileDraft, ProfilePreview } from "../../api/types";
import { useAnnounce } from "../../components/provider/Announcer";
import { Dialog } from "../../components/dialog/Dialog";
import { FailureAlert } from "../../components/feedback/FailureAlert";
import { ActionButton } from "../../components/form/ActionButton";
import { InlineAlert } from "../../components/feedback/InlineAlert";
import { useI18n } from "../../components/provider/I18nProvider";
import { useAction } from "../../components/hooks/useAction";
import type { I18n } from "../../messages/i18n";
import { useAdminApi } from "../administrator";
import { navigate, useLinks } from "../route";

interface Props {
  draft: ProfileDraft;
  preview: ProfilePreview;
  onClose: () => void;
}

/** Shows what saving a profile changes, and saves it. */
export function ProfilePreviewDialog({ draft, preview, onClose }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const announce = useAnnounce();
  const { perform, busy, failure } = useAction();
  const save = () =>
    perform(async () => {
      await api.saveProfile(draft);
      announce(i18n.t("profile.saved"));
      onClose();
      navigate(to("profiles"));
    });
  return (
    <Dialog
      title={i18n.t("profile.consequences")}
      onClose={onClose}
      buttons={
        <>
          <ActionButton busy={busy} onClick={() => void save()}>
            {i18n.t("grant.save")}
          </ActionButton>
          <Button variant="link" onClick={onClose}>
            {i18n.t("profile.goOn")}
          </Button>
        </>
      }
    >
      <ul className="relais-points">
        {sentences(preview, i18n).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {preview.leavesItsGroups && preview.groups > 0 && (
        <InlineAlert
          variant="danger"
          title={i18n.count("preview.leaves", preview.groups, { grants: i18n.number(preview.grants) })}
        />
      )}
      {preview.guards.length > 0 && (
        <InlineAlert
          variant="warning"
          title={i18n.t("preview.guards", { applications: named(preview.guards, i18n) })}
        />
      )}
      {failure !== undefined && <FailureAlert failure={failure} />}
    </Dialog>
  );
}

function sentences(preview: ProfilePreview, i18n: I18n) {
  const { groups, lacking, grants, opens, closes } = preview;
  return [
    i18n.count("preview.groups", groups),
    i18n.count("preview.grants", grants),
    ...(lacking > 0 ? [i18n.count("preview.lacking", lacking)] : []),
    ...(opens.length > 0 ? [i18n.t("preview.opens", { applications: named(opens, i18n) })] : []),
    ...(closes.length > 0 ? [i18n.t("preview.closes", { applications: named(closes, i18n) })] : []),
    ...(opens.length + closes.length === 0 ? [i18n.t("preview.sameApplications")] : []),
  ];
}

function named(applications: ProfileApplication[], i18n: I18n) {
  return i18n.list(
    applications.map(({ clientId, exists }) =>
      exists === false ? i18n.t("profiles.unknownClient", { clientId }) : clientId,
    ),
  );
}
