import { Button } from "@patternfly/react-core";
import { useWords } from "../../components/Surroundings";
import { useAdministration, useAdministrator } from "../administrator";
import { Download } from "../parts/Download";
import { useAsked, useLinks } from "../route";
import { afterSchoolYear, asked, type GrantFilter, toQuery } from "./filter";

/** What can be done with all accesses: the end of the year, a file in, a file out. */
export function GrantActs({ filter }: { filter: GrantFilter }) {
  const api = useAdministration();
  const words = useWords();
  const to = useLinks();
  const { mayManage } = useAdministrator();
  const [, ask] = useAsked();
  const after = afterSchoolYear(words.today());
  return (
    <>
      <p className="relais-acts">
        <Button
          variant="secondary"
          onClick={() => {
            ask(asked({ status: "ACTIVE", endingBefore: after }));
          }}
        >
          {words.t("yearEnd.verb")}
        </Button>
        {mayManage && (
          <Button variant="secondary" component="a" href={to("access", "import")}>
            {words.t("grantImport.open")}
          </Button>
        )}
        <Download name="relais-acces" text={words.t("download.csv")} load={() => api.grantsAsCsv(toQuery(filter))} />
      </p>
      {filter.endingBefore === after && (
        <p className="relais-soon">{words.t("yearEnd.help", { day: words.day(words.dayBefore(after)) })}</p>
      )}
    </>
  );
}
