import { Button, Label } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import type { Manager, Me, GroupDetails } from "../../api/types";
import { useAnnounce } from "../provider/Announcer";
import { ConfirmDialog } from "../dialog/ConfirmDialog";
import { FailureAlert } from "../feedback/FailureAlert";
import { useI18n } from "../provider/I18nProvider";
import { useApi } from "../provider/RelaisProvider";
import { useLoad } from "../hooks/useLoad";
import { LoadingSkeleton } from "../feedback/LoadingSkeleton";
import { calledName } from "../people/personName";
import { PersonName } from "../people/PersonName";
import { Delegate } from "./Delegate";

interface Props {
  group: GroupDetails;
  me: Me;
  /** What to tell a manager who may not delegate. */
  closed?: string;
}

/** The managers of a group: by profile and by delegation. */
export function Managers({ group, me, closed }: Props) {
  const api = useApi();
  const i18n = useI18n();
  const announce = useAnnounce();
  const [withdrawn, setWithdrawn] = useState<Manager>();
  const managers = useLoad(useCallback((signal: AbortSignal) => api.managers(group.id, signal), [api, group.id]));
  const close = () => {
    setWithdrawn(undefined);
  };
  return (
    <>
      <section className="relais-managers" aria-label={i18n.t("managers.title")}>
        <h2>{i18n.t("managers.title")}</h2>
        {managers.loading && !managers.value && <LoadingSkeleton lines={2} />}
        {managers.failure !== undefined && <FailureAlert failure={managers.failure} onRetry={managers.reload} />}
        <ul className="relais-rows">
          {managers.value?.map((manager) => (
            <li key={manager.id} className="relais-row">
              <span className="relais-row__who">
                {manager.name && manager.username && manager.nameDeclared ? (
                  <PersonName name={manager.name} username={manager.username} nameDeclared />
                ) : (
                  <strong>{manager.name ?? i18n.t("someone")}</strong>
                )}
              </span>
              <span className="relais-row__what">
                {manager.byProfile || !manager.endsOn ? (
                  <Label isCompact>{i18n.t("managers.byProfile")}</Label>
                ) : (
                  <Label isCompact color="blue">
                    {i18n.t("managers.delegated", { day: i18n.day(manager.endsOn) })}
                  </Label>
                )}
              </span>
              {!manager.byProfile && group.mayDelegate && (
                <span className="relais-row__acts">
                  <Button
                    variant="link"
                    size="sm"
                    isDanger
                    aria-label={i18n.t("managers.withdraw.of", { name: calledName(manager) })}
                    onClick={() => {
                      setWithdrawn(manager);
                    }}
                  >
                    {i18n.t("managers.withdraw")}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
      {group.mayDelegate ? (
        <Delegate group={group} me={me} onDone={managers.reload} />
      ) : (
        closed && <p className="relais-lead">{closed}</p>
      )}
      {withdrawn && (
        <ConfirmDialog
          title={i18n.t("managers.withdraw.title", { name: calledName(withdrawn) })}
          verb={i18n.t("managers.withdraw")}
          onClose={close}
          onRefused={() => {
            close();
            managers.reload();
          }}
          action={async () => {
            await api.withdraw(group.id, withdrawn.id);
            announce(i18n.t("managers.withdrawn", { name: calledName(withdrawn) }));
            close();
            managers.reload();
          }}
        >
          {i18n.t("managers.withdraw.body", { name: calledName(withdrawn), group: group.name })}
        </ConfirmDialog>
      )}
    </>
  );
}
