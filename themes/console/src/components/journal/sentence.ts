import type { JournalEntry } from "../../api/types";
import { impersonatorOf, personOf } from "./actorName";
import type { MessageKey, I18n } from "../../messages/i18n";

const SENTENCES: Partial<Record<string, MessageKey>> = {
  GIVEN: "journal.GIVEN",
  ACTIVATED: "journal.ACTIVATED",
  CHANGED: "journal.CHANGED",
  JOINED: "journal.JOINED",
  LEFT: "journal.LEFT",
  DELEGATED: "journal.DELEGATED",
  DELEGATION_CONFIRMED: "journal.DELEGATION_CONFIRMED",
  DELEGATION_ENDED: "journal.DELEGATION_ENDED",
  LINES_REFUSED: "journal.LINES_REFUSED",
  WOULD_REFUSE: "journal.WOULD_REFUSE",
};

/** What an administrator did in the session of somebody else. */
const IMPERSONATED: Partial<Record<string, MessageKey>> = {
  GIVEN: "journal.impersonated.GIVEN",
  CHANGED: "journal.impersonated.CHANGED",
  ENDED: "journal.impersonated.ENDED",
  JOINED: "journal.impersonated.JOINED",
  LEFT: "journal.impersonated.LEFT",
  DELEGATED: "journal.impersonated.DELEGATED",
  DELEGATION_ENDED: "journal.impersonated.DELEGATION_ENDED",
};

const ENDS: Partial<Record<string, MessageKey>> = {
  EXPIRED: "journal.ENDED.EXPIRED",
  REGULARISED: "journal.ENDED.REGULARISED",
  LEFT_GROUP: "journal.ENDED.LEFT_GROUP",
};

/** A journal entry as a sentence; an action we do not know keeps its code. */
export function sentenceOf(line: JournalEntry, i18n: I18n) {
  const { action, details } = line;
  const confirmed = action === "ACTIVATED" && line.actor?.name ? "journal.ACTIVATED.confirmed" : undefined;
  const key = action === "ENDED" ? (ENDS[details.cause ?? ""] ?? "journal.ENDED") : (confirmed ?? SENTENCES[action]);
  const actor = personOf(line.actor, i18n);
  const toGroup = details.principalType === "GROUP" ? i18n.t("journal.aGroup") : undefined;
  const person = line.person?.name ? personOf(line.person, i18n) : (details.identifier ?? toGroup ?? i18n.t("someone"));
  const day = details.endsOn ? i18n.day(details.endsOn) : "…";
  const impersonator = impersonatorOf(line.actor, i18n);
  const impersonated = IMPERSONATED[action];
  if (impersonator && impersonated) {
    return i18n.t(impersonated, { impersonator, actor, person, day });
  }
  return key ? i18n.t(key, { actor, person, day }) : `${actor} : ${action} – ${person}`;
}
