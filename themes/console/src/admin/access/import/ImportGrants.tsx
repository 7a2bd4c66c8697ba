import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { GrantImport } from "../../../api/types";
import { useAnnounce } from "../../../components/provider/Announcer";
import { FailureAlert } from "../../../components/feedback/FailureAlert";
import { useI18n } from "../../../components/provider/I18nProvider";
import { useAction } from "../../../components/hooks/useAction";
import { LoadingSkeleton } from "../../../components/feedback/LoadingSkeleton";
import { useAdminApi } from "../../administrator";
import { BackLink } from "../../components/BackLink";
import { FileInput } from "../../components/FileInput";
import { useLinks } from "../../route";
import { ImportResult } from "./ImportResult";

/** Imports access grants from a file: a dry run first, then the import. */
export function ImportGrants() {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const announce = useAnnounce();
  const { perform, busy, failure } = useAction();
  const [file, setFile] = useState<File>();
  const [result, setResult] = useState<GrantImport>();
  const run = (chosen: File, dryRun: boolean) =>
    perform(async () => {
      setFile(chosen);
      setResult(undefined);
      const answer = await api.importGrants(chosen, dryRun);
      setResult(answer);
      announce(i18n.t(dryRun ? "import.checked" : "import.done"));
    });
  const possible = result?.lines.filter((line) => line.outcome === "POSSIBLE").length ?? 0;
  return (
    <section aria-labelledby="relais-import">
      <BackLink to={to("access")} text={i18n.t("admin.access")} />
      <h2 id="relais-import">{i18n.t("grantImport.title")}</h2>
      <p className="relais-lead">{i18n.t("grantImport.lead")}</p>
      <pre className="relais-example">
        {"identifier;uai;suffix;endsOn;reason\nhelene.gueguen;0359001U;AES;2027-01-22;Remplacement"}
      </pre>
      <FileInput
        help={i18n.t("grantImport.help")}
        picked={file?.name}
        disabled={busy}
        onPick={(chosen) => void run(chosen, true)}
      />
      {busy && <LoadingSkeleton lines={4} />}
      {failure !== undefined && <FailureAlert failure={failure} />}
      {result && file && (
        <>
          <ImportResult result={result} fileName={file.name} />
          {result.dryRun && possible > 0 && (
            <p className="relais-acts">
              <Button isDisabled={busy} onClick={() => void run(file, false)}>
                {i18n.count("grantImport.apply", possible)}
              </Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}
