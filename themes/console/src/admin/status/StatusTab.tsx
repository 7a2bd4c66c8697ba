import { useCallback } from "react";
import type { Status } from "../../api/types";
import { LoadedContent } from "../../components/feedback/LoadedContent";
import { useI18n } from "../../components/provider/I18nProvider";
import { useLoad } from "../../components/hooks/useLoad";
import { useAdminApi } from "../administrator";
import { DescriptionList } from "../components/DescriptionList";
import { GateCard } from "./GateCard";
import { IndexCard } from "./IndexCard";
import { MailCard } from "./MailCard";
import { RecordCard } from "./RecordCard";
import { WarningList } from "./WarningList";

/** The status of Relais in the realm, with its warnings. */
export function StatusTab() {
  const api = useAdminApi();
  const i18n = useI18n();
  const status = useLoad(useCallback((signal: AbortSignal) => api.status(signal), [api]));
  return (
    <section aria-label={i18n.t("admin.status")}>
      <LoadedContent loaded={status}>
        {(value: Status) => (
          <>
            <WarningList warnings={value.warnings} />
            <div className="relais-cards">
              <section className="relais-card" aria-labelledby="relais-versions">
                <h2 id="relais-versions">{i18n.t("status.versions")}</h2>
                <DescriptionList
                  entries={[
                    { name: "Relais", value: value.version },
                    { name: "Keycloak", value: value.keycloakVersion },
                    { name: i18n.t("status.root"), value: value.schoolsRoot },
                    { name: i18n.t("status.timeZone"), value: value.timeZone },
                  ]}
                />
              </section>
              <GateCard gate={value.gate} onChanged={status.reload} />
              <IndexCard directory={value.directory} onChanged={status.reload} />
              <RecordCard record={value.record} />
              <MailCard mails={value.mails} />
            </div>
          </>
        )}
      </LoadedContent>
    </section>
  );
}
