import { useCallback } from "react";
import type { Status } from "../../api/types";
import { Ready } from "../../components/Ready";
import { useWords } from "../../components/Surroundings";
import { useLoad } from "../../components/useLoad";
import { useAdministration } from "../administrator";
import { Facts } from "../parts/Facts";
import { GateFact } from "./GateFact";
import { IndexFacts } from "./IndexFacts";
import { MailFacts } from "./MailFacts";
import { RecordFacts } from "./RecordFacts";
import { WarningList } from "./WarningList";

/** How Relais stands in the realm, and what should be put right. */
export function StatusTab() {
  const api = useAdministration();
  const words = useWords();
  const status = useLoad(useCallback((signal: AbortSignal) => api.status(signal), [api]));
  return (
    <section aria-label={words.t("admin.status")}>
      <Ready of={status}>
        {(value: Status) => (
          <>
            <WarningList warnings={value.warnings} />
            <div className="relais-cards">
              <section className="relais-card" aria-labelledby="relais-versions">
                <h2 id="relais-versions">{words.t("status.versions")}</h2>
                <Facts
                  of={[
                    { name: "Relais", value: value.version },
                    { name: "Keycloak", value: value.keycloakVersion },
                    { name: words.t("status.root"), value: value.schoolsRoot },
                    { name: words.t("status.timeZone"), value: value.timeZone },
                  ]}
                />
              </section>
              <GateFact gate={value.gate} changed={status.reload} />
              <IndexFacts directory={value.directory} changed={status.reload} />
              <RecordFacts record={value.record} />
              <MailFacts mails={value.mails} />
            </div>
          </>
        )}
      </Ready>
    </section>
  );
}
