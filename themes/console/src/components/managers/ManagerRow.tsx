import { Button, Label } from "@patternfly/react-core";
import type { Manager } from "../../api/types";
import { ActionButton } from "../form/ActionButton";
import { calledName } from "../people/personName";
import { PersonName } from "../people/PersonName";
import { useI18n } from "../provider/I18nProvider";

interface Props {
  manager: Manager;
  mayDelegate: boolean;
  busy: boolean;
  onConfirm: () => void;
  onWithdraw: () => void;
}

/** One manager of a group. A delegation whose giver manages the group no longer waits for somebody to confirm it. */
export function ManagerRow({ manager, mayDelegate, busy, onConfirm, onWithdraw }: Props) {
  const i18n = useI18n();
  const name = manager.name ?? i18n.t("someone");
  return (
    <li className="relais-row">
      <span className="relais-row__who">
        {manager.name && manager.username && manager.nameDeclared ? (
          <PersonName name={manager.name} username={manager.username} nameDeclared />
        ) : (
          <strong>{name}</strong>
        )}
      </span>
      <span className="relais-row__what">
        {manager.byProfile || !manager.endsOn ? (
          <Label isCompact>{i18n.t("managers.byProfile")}</Label>
        ) : (
          <Label isCompact color={manager.toConfirm ? "orange" : "blue"}>
            {i18n.t(manager.toConfirm ? "managers.toConfirm" : "managers.delegated", { day: i18n.day(manager.endsOn) })}
          </Label>
        )}
      </span>
      {!manager.byProfile && mayDelegate && (
        <span className="relais-row__acts">
          {manager.toConfirm && (
            <ActionButton
              variant="link"
              size="sm"
              busy={busy}
              aria-label={i18n.t("managers.confirm.of", { name })}
              onClick={onConfirm}
            >
              {i18n.t("managers.confirm")}
            </ActionButton>
          )}
          <Button
            variant="link"
            size="sm"
            isDanger
            aria-label={i18n.t("managers.withdraw.of", { name: calledName(manager) })}
            onClick={onWithdraw}
          >
            {i18n.t("managers.withdraw")}
          </Button>
        </span>
      )}
    </li>
  );
}
