import { Button, TextInput } from "@patternfly/react-core";
import { useCallback, useId, useState } from "react";
import { PagedList } from "../../components/list/PagedList";
import { useI18n } from "../../components/provider/I18nProvider";
import { useDebounced } from "../../components/hooks/useDebounced";
import { usePages } from "../../components/hooks/usePages";
import { useAdminApi, useAdministrator } from "../administrator";
import { useSearchParams, useLinks } from "../route";
import { MissingGroups } from "./MissingGroups";
import { SchoolTable } from "./SchoolTable";

/** The schools: their heads, their numbers of groups, and the groups they lack. */
export function Schools() {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const id = useId();
  const { mayManage } = useAdministrator();
  const [searchParams, setSearchParams] = useSearchParams();
  const [completing, setCompleting] = useState(false);
  const typed = searchParams.get("q") ?? "";
  const q = useDebounced(typed.trim());
  const schools = usePages(
    useCallback((cursor: string | undefined, signal: AbortSignal) => api.schools(q, cursor, signal), [api, q]),
  );
  return (
    <section aria-label={i18n.t("admin.schools")}>
      <div className="relais-filters" role="search" aria-label={i18n.t("schools.filter")}>
        <div className="relais-field relais-field--wide">
          <label htmlFor={id}>{i18n.t("schools.find")}</label>
          <TextInput
            id={id}
            type="search"
            value={typed}
            maxLength={100}
            onChange={(_, text) => {
              setSearchParams(new URLSearchParams(text ? { q: text } : {}));
            }}
          />
        </div>
      </div>
      {mayManage && (
        <p className="relais-acts">
          <Button variant="secondary" component="a" href={to("schools", "import")}>
            {i18n.t("schoolImport.open")}
          </Button>
          <Button
            variant="secondary"
            onClick={() => {
              setCompleting(true);
            }}
          >
            {i18n.t("missing.all")}
          </Button>
        </p>
      )}
      <PagedList pages={schools} none={i18n.t("schools.none")}>
        <SchoolTable schools={schools.items} onChanged={schools.reload} />
      </PagedList>
      {completing && (
        <MissingGroups
          onClose={() => {
            setCompleting(false);
          }}
          onDone={schools.reload}
        />
      )}
    </section>
  );
}
