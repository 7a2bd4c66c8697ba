import { Checkbox } from "@patternfly/react-core";
import { useState } from "react";
import { FailureAlert } from "../../components/feedback/FailureAlert";
import { PageHeading } from "../../components/layout/PageHeading";
import { useAnnounce } from "../../components/provider/Announcer";
import { ActionButton } from "../../components/form/ActionButton";
import { InlineAlert } from "../../components/feedback/InlineAlert";
import { useI18n } from "../../components/provider/I18nProvider";
import { useAction } from "../../components/hooks/useAction";
import { useAdminApi, useAdministrator } from "../administrator";

/** Sets up a realm that has no profiles yet: lists what it will get, with one button. */
export function SetupPage({ onDone }: { onDone: () => void }) {
  const api = useAdminApi();
  const i18n = useI18n();
  const announce = useAnnounce();
  const { mayConfigure } = useAdministrator();
  const [themes, setThemes] = useState(true);
  const { perform, busy, failure } = useAction();
  const setUp = () =>
    perform(async () => {
      const { created } = await api.setUp(themes);
      announce(i18n.t("setup.done", { names: i18n.list(created) }));
      onDone();
    });
  return (
    <>
      <PageHeading title={i18n.t("admin.title")}>
        <p className="relais-lead">{i18n.t("admin.lead")}</p>
      </PageHeading>
      <section className="relais-panel relais-setup" aria-labelledby="relais-setup">
        <h2 id="relais-setup">{i18n.t("setup.title")}</h2>
        <p>{i18n.t("setup.lead")}</p>
        <ul className="relais-points">
          {(["profiles", "gate", "scopes"] as const).map((what) => (
            <li key={what}>{i18n.t(`setup.${what}`)}</li>
          ))}
        </ul>
        {mayConfigure ? (
          <>
            <Checkbox
              id="relais-setup-themes"
              label={i18n.t("setup.themes")}
              description={i18n.t("setup.themes.help")}
              isChecked={themes}
              onChange={(_, ticked) => {
                setThemes(ticked);
              }}
            />
            {failure !== undefined && <FailureAlert failure={failure} onRetry={() => void setUp()} />}
            <ActionButton busy={busy} onClick={() => void setUp()}>
              {i18n.t("setup.verb")}
            </ActionButton>
            <p className="relais-subtle">{i18n.t("setup.nothingLost")}</p>
          </>
        ) : (
          <InlineAlert variant="info" title={i18n.t("setup.notAllowed")} />
        )}
      </section>
    </>
  );
}
