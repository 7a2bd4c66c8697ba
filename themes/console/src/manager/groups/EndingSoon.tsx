import { Button, Label } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import type { Grant } from "../../api/types";
import { useI18n } from "../../components/provider/I18nProvider";
import { useApi } from "../../components/provider/RelaisProvider";
import { LoadMore } from "../../components/list/LoadMore";
import { DeclaredGrantee } from "../../components/grant/DeclaredGrantee";
import { granteeName } from "../../components/grant/granteeName";
import { usePages } from "../../components/hooks/usePages";
import { EndGrant } from "../../components/grant/EndGrant";
import { RenewGrant } from "../../components/grant/RenewGrant";
import { useReloadOn } from "../../components/hooks/useReloadOn";
import { linkTo } from "../route";

/** How many days ahead to list. */
const DAYS_AHEAD = 15;

interface OpenDialog {
  action: "renew" | "end";
  grant: Grant;
}

interface Props {
  /** A new number reloads the list. */
  version?: number;
  onChanged: () => void;
}

/** The access that ends soon, soonest first; renders nothing if there is none. */
export function EndingSoon({ version = 0, onChanged }: Props) {
  const api = useApi();
  const i18n = useI18n();
  const [dialog, setDialog] = useState<OpenDialog>();
  const dayAfter = i18n.daysFromToday(DAYS_AHEAD + 1);
  const grants = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) => api.grantsEndingBefore(dayAfter, cursor, signal),
      [api, dayAfter],
    ),
  );
  const { items } = grants;
  useReloadOn(version, grants.reload);
  const close = () => {
    setDialog(undefined);
  };
  const done = () => {
    close();
    grants.reload();
    onChanged();
  };
  if (items.length === 0 && grants.failure === undefined) {
    return null;
  }
  return (
    <section className="relais-soon" aria-label={i18n.t("soon.title", { days: DAYS_AHEAD })}>
      <h2>{i18n.t("soon.title", { days: DAYS_AHEAD })}</h2>
      <ul className="relais-rows">
        {items.map((grant) => {
          const name = granteeName(grant);
          return (
            <li key={grant.id} className="relais-row">
              <span className="relais-row__who">
                <strong>{name}</strong>
                <DeclaredGrantee grant={grant} />{" "}
                <a className="relais-technical" {...linkTo({ page: "group", id: grant.groupId, tab: "members" })}>
                  {grant.groupName}
                </a>
              </span>
              <span className="relais-row__what">
                {grant.status === "PENDING" && (
                  <Label isCompact color="orange">
                    {i18n.t("basket.pending")}
                  </Label>
                )}
                {i18n.t("soon.ends", { when: i18n.fromToday(grant.endsOn), day: i18n.day(grant.endsOn) })}
              </span>
              <span className="relais-row__acts">
                <Button
                  variant="secondary"
                  size="sm"
                  aria-label={i18n.t("grant.renew.of", { name })}
                  onClick={() => {
                    setDialog({ action: "renew", grant });
                  }}
                >
                  {i18n.t("grant.renew")}
                </Button>
                <Button
                  variant="link"
                  size="sm"
                  isDanger
                  aria-label={i18n.t("grant.end.of", { name })}
                  onClick={() => {
                    setDialog({ action: "end", grant });
                  }}
                >
                  {i18n.t("grant.end")}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      <LoadMore pages={grants} />
      {dialog?.action === "renew" && <RenewGrant extend grant={dialog.grant} onClose={close} onDone={done} />}
      {dialog?.action === "end" && <EndGrant grant={dialog.grant} onClose={close} onDone={done} />}
    </section>
  );
}
