import type { JournalEntry } from "../../api/types";
import { actorName } from "./actorName";
import type { MessageKey, I18n } from "../../messages/i18n";

const SENTENCES: Partial<Record<string, MessageKey>> = {
  GIVEN: "journal.GIVEN",
  ACTIVATED: "journal.ACTIVATED",
  CHANGED: "journal.CHANGED",
  JOINED: "journal.JOINED",
  LEFT: "journal.LEFT",
  DELEGATED: "journal.DELEGATED",
  DELEGATION_ENDED: "journal.DELEGATION_ENDED",
  LINES_REFUSED: "journal.LINES_REFUSED",
  WOULD_REFUSE: "journal.WOULD_REFUSE",
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
  const actor = actorName(line.actor, i18n);
  const toGroup = details.principalType === "GROUP" ? i18n.t("journal.aGroup") : undefined;
  const person = line.person?.name ?? details.identifier ?? toGroup ?? i18n.t("someone");
  const day = details.endsOn ? i18n.day(details.endsOn) : "…";
  return key ? i18n.t(key, { actor, person, day }) : `${actor} : ${action} – ${person}`;
}
