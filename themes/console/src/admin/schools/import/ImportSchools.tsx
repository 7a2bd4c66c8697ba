import { Button, Checkbox } from "@patternfly/react-core";
import { useState } from "react";
import type { SchoolPlan } from "../../../api/types";
import { useAnnounce } from "../../../components/Announcer";
import { Failure } from "../../../components/Failure";
import { useWords } from "../../../components/Surroundings";
import { useAct } from "../../../components/useAct";
import { Waiting } from "../../../components/Waiting";
import { useAdministration } from "../../administrator";
import { Back } from "../../parts/Back";
import { FilePick } from "../../parts/FilePick";
import { useLinks } from "../../route";
import { ImportProgress } from "./ImportProgress";
import { PlanCounts } from "./PlanCounts";
import { PlanLines } from "./PlanLines";
import { RecentImports } from "./RecentImports";

const nothing = () => undefined;

/** The schools of a file: first only told what would change, then done in the background. */
export function ImportSchools() {
  const api = useAdministration();
  const words = useWords();
  const to = useLinks();
  const announce = useAnnounce();
  const { act, busy, failure } = useAct();
  const [file, setFile] = useState<File>();
  const [groups, setGroups] = useState(true);
  const [closeMissing, setCloseMissing] = useState(false);
  const [plan, setPlan] = useState<SchoolPlan>();
  const run = (chosen: File, options: { dryRun: boolean; groups: boolean; closeMissing: boolean }) =>
    act(async () => {
      setFile(chosen);
      setPlan(undefined);
      setPlan(await api.importSchools(chosen, options));
      announce(words.t(options.dryRun ? "import.checked" : "import.started"));
    });
  const look = (chosen: File | undefined, options: { groups: boolean; closeMissing: boolean }) => {
    setGroups(options.groups);
    setCloseMissing(options.closeMissing);
    if (chosen && !plan?.started) {
      void run(chosen, { dryRun: true, ...options });
    }
  };
  const needed = plan ? plan.created + plan.changed + plan.groups > 0 : false;
  return (
    <section aria-labelledby="relais-import">
      <Back to={to("schools")} text={words.t("admin.schools")} />
      <h2 id="relais-import">{words.t("schoolImport.title")}</h2>
      <p className="relais-lead">{words.t("schoolImport.lead")}</p>
      <FilePick
        help={words.t("schoolImport.help")}
        picked={file?.name}
        disabled={busy}
        pick={(chosen) => {
          setPlan(undefined);
          void run(chosen, { dryRun: true, groups, closeMissing });
        }}
      />
      <Checkbox
        id="relais-import-groups"
        label={words.t("schoolImport.groups")}
        isChecked={groups}
        isDisabled={busy}
        onChange={(_, ticked) => {
          look(file, { groups: ticked, closeMissing });
        }}
      />
      <Checkbox
        id="relais-import-close"
        label={words.t("schoolImport.closeMissing")}
        description={words.t("schoolImport.closeMissing.help")}
        isChecked={closeMissing}
        isDisabled={busy}
        onChange={(_, ticked) => {
          look(file, { groups, closeMissing: ticked });
        }}
      />
      {busy && <Waiting lines={4} />}
      {failure !== undefined && <Failure failure={failure} />}
      {plan && <PlanCounts plan={plan} />}
      {plan?.dryRun && file && needed && (
        <p className="relais-acts">
          <Button isDisabled={busy} onClick={() => void run(file, { dryRun: false, groups, closeMissing })}>
            {words.t("schoolImport.apply")}
          </Button>
        </p>
      )}
      {plan?.started && <ImportProgress key={plan.started.id} started={plan.started} done={nothing} />}
      {plan && <PlanLines plan={plan} />}
      {!plan && !busy && <RecentImports />}
    </section>
  );
}
