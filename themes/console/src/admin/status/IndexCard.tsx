import { useEffect } from "react";
import type { Directory } from "../../api/types";
import { useAnnounce } from "../../components/provider/Announcer";
import { FailureAlert } from "../../components/feedback/FailureAlert";
import { ActionButton } from "../../components/form/ActionButton";
import { useI18n } from "../../components/provider/I18nProvider";
import { useAction } from "../../components/hooks/useAction";
import { useAdminApi, useAdministrator } from "../administrator";
import { DescriptionList } from "../components/DescriptionList";

/** Milliseconds between two requests while a reconciliation is running. */
const INTERVAL_MS = 3_000;

interface Props {
  directory: Directory;
  onChanged: () => void;
}

/** The age of the search index, and its reconciliation with all accounts. */
export function IndexCard({ directory, onChanged }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const announce = useAnnounce();
  const { mayManage } = useAdministrator();
  const { perform, busy, failure } = useAction();
  const { startedAt, endedAt, compared, written, ageSeconds } = directory;
  const running = Boolean(startedAt) && !endedAt;

  useEffect(() => {
    const timer = running ? window.setTimeout(onChanged, INTERVAL_MS) : undefined;
    return () => {
      window.clearTimeout(timer);
    };
  }, [running, compared, onChanged]);

  return (
    <section className="relais-card" aria-labelledby="relais-index">
      <h2 id="relais-index">{i18n.t("status.index")}</h2>
      <DescriptionList
        entries={[
          {
            name: i18n.t("index.age"),
            value: typeof ageSeconds === "number" ? i18n.duration(ageSeconds) : i18n.t("index.never"),
          },
          {
            name: i18n.t("index.comparison"),
            value: running ? i18n.t("index.running") : endedAt ? i18n.moment(endedAt) : i18n.t("target.compared.never"),
          },
          { name: i18n.t("index.compared"), value: i18n.number(compared) },
          { name: i18n.t("index.written"), value: i18n.number(written) },
        ]}
      />
      {mayManage && (
        <p className="relais-acts">
          <ActionButton
            variant="secondary"
            busy={busy}
            isDisabled={running}
            onClick={() =>
              void perform(async () => {
                await api.reindex();
                announce(i18n.t("index.asked"));
                onChanged();
              })
            }
          >
            {i18n.t("index.reindex")}
          </ActionButton>
        </p>
      )}
      {failure !== undefined && <FailureAlert failure={failure} />}
    </section>
  );
}
