import { useCallback, useState } from "react";
import type { Manager, Me, GroupDetails } from "../../api/types";
import { useAnnounce } from "../provider/Announcer";
import { ConfirmDialog } from "../dialog/ConfirmDialog";
import { FailureAlert } from "../feedback/FailureAlert";
import { useI18n } from "../provider/I18nProvider";
import { useApi } from "../provider/RelaisProvider";
import { useLoad } from "../hooks/useLoad";
import { LoadingSkeleton } from "../feedback/LoadingSkeleton";
import { useAction } from "../hooks/useAction";
import { calledName } from "../people/personName";
import { Delegate } from "./Delegate";
import { ManagerRow } from "./ManagerRow";

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
  const { perform, busy, failure } = useAction();
  const close = () => {
    setWithdrawn(undefined);
  };
  const confirm = (manager: Manager) =>
    void perform(async () => {
      await api.confirmDelegation(group.id, manager.id);
      announce(i18n.t("managers.confirmed", { name: manager.name ?? i18n.t("someone") }));
      managers.reload();
    });
  return (
    <>
      <section className="relais-managers" aria-label={i18n.t("managers.title")}>
        <h2>{i18n.t("managers.title")}</h2>
        {managers.loading && !managers.value && <LoadingSkeleton lines={2} />}
        {managers.failure !== undefined && <FailureAlert failure={managers.failure} onRetry={managers.reload} />}
        {failure !== undefined && <FailureAlert failure={failure} />}
        <ul className="relais-rows">
          {managers.value?.map((manager) => (
            <ManagerRow
              key={manager.id}
              manager={manager}
              mayDelegate={Boolean(group.mayDelegate)}
              busy={busy}
              onConfirm={() => {
                confirm(manager);
              }}
              onWithdraw={() => {
                setWithdrawn(manager);
              }}
            />
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
