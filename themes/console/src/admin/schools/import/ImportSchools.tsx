import { Button, Checkbox } from "@patternfly/react-core";
import { useState } from "react";
import type { SchoolPlan } from "../../../api/types";
import { useAnnounce } from "../../../components/provider/Announcer";
import { FailureAlert } from "../../../components/feedback/FailureAlert";
import { useI18n } from "../../../components/provider/I18nProvider";
import { useAction } from "../../../components/hooks/useAction";
import { LoadingSkeleton } from "../../../components/feedback/LoadingSkeleton";
import { useAdminApi } from "../../administrator";
import { BackLink } from "../../components/BackLink";
import { FileInput } from "../../components/FileInput";
import { useLinks } from "../../route";
import { ImportProgress } from "./ImportProgress";
import { PlanCounts } from "./PlanCounts";
import { PlanDetails } from "./PlanDetails";
import { RecentImports } from "./RecentImports";

const nothing = () => undefined;

/** Imports schools from a file: a dry run first, then the import in the background. */
export function ImportSchools() {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const announce = useAnnounce();
  const { perform, busy, failure } = useAction();
  const [file, setFile] = useState<File>();
  const [groups, setGroups] = useState(true);
  const [closeMissing, setCloseMissing] = useState(false);
  const [plan, setPlan] = useState<SchoolPlan>();
  const run = (chosen: File, options: { dryRun: boolean; groups: boolean; closeMissing: boolean }) =>
    perform(async () => {
      setFile(chosen);
      setPlan(undefined);
      setPlan(await api.importSchools(chosen, options));
      announce(i18n.t(options.dryRun ? "import.checked" : "import.started"));
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
      <BackLink to={to("schools")} text={i18n.t("admin.schools")} />
      <h2 id="relais-import">{i18n.t("schoolImport.title")}</h2>
      <p className="relais-lead">{i18n.t("schoolImport.lead")}</p>
      <FileInput
        help={i18n.t("schoolImport.help")}
        picked={file?.name}
        disabled={busy}
        onPick={(chosen) => {
          setPlan(undefined);
          void run(chosen, { dryRun: true, groups, closeMissing });
        }}
      />
      <Checkbox
        id="relais-import-groups"
        label={i18n.t("schoolImport.groups")}
        isChecked={groups}
        isDisabled={busy}
        onChange={(_, ticked) => {
          look(file, { groups: ticked, closeMissing });
        }}
      />
      <Checkbox
        id="relais-import-close"
        label={i18n.t("schoolImport.closeMissing")}
        description={i18n.t("schoolImport.closeMissing.help")}
        isChecked={closeMissing}
        isDisabled={busy}
        onChange={(_, ticked) => {
          look(file, { groups, closeMissing: ticked });
        }}
      />
      {busy && <LoadingSkeleton lines={4} />}
      {failure !== undefined && <FailureAlert failure={failure} />}
      {plan && <PlanCounts plan={plan} />}
      {plan?.dryRun && file && needed && (
        <p className="relais-acts">
          <Button isDisabled={busy} onClick={() => void run(file, { dryRun: false, groups, closeMissing })}>
            {i18n.t("schoolImport.apply")}
          </Button>
        </p>
      )}
      {plan?.started && <ImportProgress key={plan.started.id} started={plan.started} onDone={nothing} />}
      {plan && <PlanDetails plan={plan} />}
      {!plan && !busy && <RecentImports />}
    </section>
  );
}
