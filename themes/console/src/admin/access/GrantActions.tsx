import { Button } from "@patternfly/react-core";
import { useI18n } from "../../components/provider/I18nProvider";
import { useAdminApi, useAdministrator } from "../administrator";
import { DownloadButton } from "../components/DownloadButton";
import { useSearchParams, useLinks } from "../route";
import { afterSchoolYear, toSearchParams, type GrantFilter, toQuery } from "./filter";

/** Actions on all access grants: the end of the year, the import, the export. */
export function GrantActions({ filter }: { filter: GrantFilter }) {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const { mayManage } = useAdministrator();
  const [, setSearchParams] = useSearchParams();
  const after = afterSchoolYear(i18n.today());
  return (
    <>
      <p className="relais-acts">
        <Button
          variant="secondary"
          onClick={() => {
            setSearchParams(toSearchParams({ status: "ACTIVE", endingBefore: after }));
          }}
        >
          {i18n.t("yearEnd.verb")}
        </Button>
        {mayManage && (
          <Button variant="secondary" component="a" href={to("access", "import")}>
            {i18n.t("grantImport.open")}
          </Button>
        )}
        <DownloadButton
          name="relais-acces"
          text={i18n.t("download.csv")}
          load={() => api.grantsAsCsv(toQuery(filter))}
        />
      </p>
      {filter.endingBefore === after && (
        <p className="relais-soon">{i18n.t("yearEnd.help", { day: i18n.day(i18n.dayBefore(after)) })}</p>
      )}
    </>
  );
}
