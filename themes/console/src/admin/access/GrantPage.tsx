import { Button } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import type { Grant } from "../../api/types";
import { EndGrant } from "../../components/grant/EndGrant";
import { DeclaredGrantee } from "../../components/grant/DeclaredGrantee";
import { granteeName } from "../../components/grant/granteeName";
import { RenewGrant } from "../../components/grant/RenewGrant";
import { JournalRow } from "../../components/journal/JournalRow";
import { PagedList } from "../../components/list/PagedList";
import { LoadedContent } from "../../components/feedback/LoadedContent";
import { useI18n } from "../../components/provider/I18nProvider";
import { useLoad } from "../../components/hooks/useLoad";
import { usePages } from "../../components/hooks/usePages";
import { useAdminApi, useAdministrator } from "../administrator";
import { BackLink } from "../components/BackLink";
import { useLinks } from "../route";
import { GrantDetails } from "./GrantDetails";

/** One access grant with its history. */
export function GrantPage({ id }: { id: string }) {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const { mayManage } = useAdministrator();
  const [action, setAction] = useState<"renew" | "end">();
  const grant = useLoad(useCallback((signal: AbortSignal) => api.grant(id, signal), [api, id]));
  const lines = usePages(
    useCallback((cursor: string | undefined, signal: AbortSignal) => api.grantJournal(id, cursor, signal), [api, id]),
  );
  const close = () => {
    setAction(undefined);
  };
  const done = () => {
    close();
    grant.reload();
    lines.reload();
  };
  return (
    <section aria-label={i18n.t("grants.one")}>
      <BackLink to={to("access")} text={i18n.t("admin.access")} />
      <LoadedContent loaded={grant}>
        {(value: Grant) => (
          <>
            <h2>{i18n.t("grants.title", { name: granteeName(value), group: value.groupName ?? "" })}</h2>
            <DeclaredGrantee grant={value} />
            <GrantDetails grant={value} />
            {mayManage && value.status !== "ENDED" && (
              <p className="relais-acts">
                <Button
                  variant="secondary"
                  onClick={() => {
                    setAction("renew");
                  }}
                >
                  {i18n.t("grant.change")}
                </Button>
                <Button
                  variant="danger"
                  onClick={() => {
                    setAction("end");
                  }}
                >
                  {i18n.t("grant.end.verb")}
                </Button>
              </p>
            )}
            {action === "renew" && <RenewGrant grant={value} onClose={close} onDone={done} />}
            {action === "end" && <EndGrant grant={value} onClose={close} onDone={done} />}
          </>
        )}
      </LoadedContent>
      <h3>{i18n.t("grants.history")}</h3>
      <PagedList pages={lines} none={i18n.t("admin.journal.none")}>
        <ol className="relais-rows relais-journal">
          {lines.items.map((line) => (
            <JournalRow key={line.id} line={line} />
          ))}
        </ol>
      </PagedList>
    </section>
  );
}
