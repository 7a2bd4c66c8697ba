import type { Ref } from "../../api/types";
import type { I18n } from "../../messages/i18n";

/** The name of whoever acted: a person, Relais itself, or a deleted account. */
export function actorName(ref: Ref | null | undefined, i18n: I18n) {
  return ref?.id === "system" ? i18n.t("journal.system") : (ref?.name ?? i18n.t("someone"));
}
