import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { GrantImport } from "../../../api/types";
import { useAnnounce } from "../../../components/Announcer";
import { Failure } from "../../../components/Failure";
import { useWords } from "../../../components/Surroundings";
import { useAct } from "../../../components/useAct";
import { Waiting } from "../../../components/Waiting";
import { useAdministration } from "../../administrator";
import { Back } from "../../parts/Back";
import { FilePick } from "../../parts/FilePick";
import { useLinks } from "../../route";
import { ImportResult } from "./ImportResult";

/** Many accesses from a file: first only told what would be done, then done. */
export function ImportGrants() {
  const api = useAdministration();
  const words = useWords();
  const to = useLinks();
  const announce = useAnnounce();
  const { act, busy, failure } = useAct();
  const [file, setFile] = useState<File>();
  const [result, setResult] = useState<GrantImport>();
  const run = (chosen: File, dryRun: boolean) =>
    act(async () => {
      setFile(chosen);
      setResult(undefined);
      const answer = await api.importGrants(chosen, dryRun);
      setResult(answer);
      announce(words.t(dryRun ? "import.checked" : "import.done"));
    });
  const possible = result?.lines.filter((line) => line.outcome === "POSSIBLE").length ?? 0;
  return (
    <section aria-labelledby="relais-import">
      <Back to={to("access")} text={words.t("admin.access")} />
      <h2 id="relais-import">{words.t("grantImport.title")}</h2>
      <p className="relais-lead">{words.t("grantImport.lead")}</p>
      <pre className="relais-example">
        {"identifier;uai;suffix;endsOn;reason\nhelene.gueguen;0359001U;AES;2027-01-22;Remplacement"}
      </pre>
      <FilePick
        help={words.t("grantImport.help")}
        picked={file?.name}
        disabled={busy}
        pick={(chosen) => void run(chosen, true)}
      />
      {busy && <Waiting lines={4} />}
      {failure !== undefined && <Failure failure={failure} />}
      {result && file && (
        <>
          <ImportResult result={result} fileName={file.name} />
          {result.dryRun && possible > 0 && (
            <p className="relais-acts">
              <Button isDisabled={busy} onClick={() => void run(file, false)}>
                {words.count("grantImport.apply", possible)}
              </Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}
