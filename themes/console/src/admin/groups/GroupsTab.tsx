import { TextInput } from "@patternfly/react-core";
import { useCallback, useId } from "react";
import { GroupsBySchool } from "../../components/group/GroupsBySchool";
import { PagedList } from "../../components/list/PagedList";
import { useI18n } from "../../components/provider/I18nProvider";
import { useDebounced } from "../../components/hooks/useDebounced";
import { usePages } from "../../components/hooks/usePages";
import { useAdminApi, useAdministrator } from "../administrator";
import { useSearchParams, useLinks } from "../route";

/** Searches the groups of all schools. */
export function GroupsTab() {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const id = useId();
  const administrator = useAdministrator();
  const [searchParams, setSearchParams] = useSearchParams();
  const typed = searchParams.get("q") ?? "";
  const q = useDebounced(typed.trim());
  const groups = usePages(
    useCallback((cursor: string | undefined, signal: AbortSignal) => api.findGroups(q, cursor, signal), [api, q]),
  );
  return (
    <section aria-label={i18n.t("admin.groups")}>
      <div className="relais-filters" role="search" aria-label={i18n.t("groups.filter")}>
        <div className="relais-field relais-field--wide">
          <label htmlFor={id}>{i18n.t("admin.groups.find")}</label>
          <TextInput
            id={id}
            type="search"
            value={typed}
            maxLength={100}
            placeholder="0359001U_AES"
            onChange={(_, text) => {
              setSearchParams(new URLSearchParams(text ? { q: text } : {}));
            }}
          />
        </div>
      </div>
      <PagedList pages={groups} none={i18n.t("groups.none")}>
        <GroupsBySchool
          groups={groups.items}
          userId={administrator.id}
          linkTo={(group) => ({ href: to("groups", group.id) })}
        />
      </PagedList>
    </section>
  );
}
