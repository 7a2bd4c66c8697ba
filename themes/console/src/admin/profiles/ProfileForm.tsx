import { Button, Form } from "@patternfly/react-core";
import { useEffect, useRef, useState } from "react";
import { Refused } from "../../api/failures";
import type { ProfileEntry, ProfilePreview } from "../../api/types";
import { FailureAlert } from "../../components/feedback/FailureAlert";
import { ActionButton } from "../../components/form/ActionButton";
import { useI18n } from "../../components/provider/I18nProvider";
import { useAction } from "../../components/hooks/useAction";
import { useAdminApi } from "../administrator";
import { ProfilePreviewDialog } from "./ProfilePreviewDialog";
import { DeleteProfile } from "./DeleteProfile";
import { cleaned, type Config } from "./fields";
import { ProfileFields } from "./ProfileFields";

interface Props {
  id: string | null;
  name: string | undefined;
  entry: ProfileEntry | undefined;
  start: Config;
  suffixes: string[];
}

/** The settings of a profile. The form shows the consequences before it saves. */
export function ProfileForm({ id, name, entry, start, suffixes }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const form = useRef<HTMLDivElement>(null);
  const { perform, busy, failure } = useAction();
  const [config, setConfig] = useState(start);
  const [preview, setPreview] = useState<ProfilePreview>();
  const [deleting, setDeleting] = useState(false);
  const draft = { id, name: name ?? config.suffix?.[0]?.trim() ?? "", config: cleaned(config) };
  const problems = failure instanceof Refused ? failure.problems : [];
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.errorMessage;
  const shown = problems.some((problem) => problem.field && problem.field in config);
  const look = () =>
    perform(async () => {
      setPreview(await api.previewProfile(draft));
    });

  useEffect(() => {
    if (failure !== undefined) {
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }, [failure]);

  return (
    <div ref={form} className="relais-profile">
      <Form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <ProfileFields
          config={config}
          suffixes={suffixes}
          problemOf={problemOf}
          onChange={(name, values) => {
            setConfig((before) => ({ ...before, [name]: values }));
          }}
        />
        {failure !== undefined && !shown && <FailureAlert failure={failure} />}
        <p className="relais-acts">
          <ActionButton type="submit" busy={busy}>
            {i18n.t("profile.look")}
          </ActionButton>
          {entry && (
            <Button
              variant="link"
              isDanger
              onClick={() => {
                setDeleting(true);
              }}
            >
              {i18n.t("profile.delete")}
            </Button>
          )}
        </p>
      </Form>
      {preview && (
        <ProfilePreviewDialog
          draft={draft}
          preview={preview}
          onClose={() => {
            setPreview(undefined);
          }}
        />
      )}
      {deleting && entry && (
        <DeleteProfile
          entry={entry}
          onClose={() => {
            setDeleting(false);
          }}
        />
      )}
    </div>
  );
}
