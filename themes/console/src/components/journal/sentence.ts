import type { JournalEntry } from "../../api/types";
import { actorOf } from "../actor";
import type { Key, Words } from "../../messages/words";

const SENTENCES: Partial<Record<string, Key>> = {
  GIVEN: "journal.GIVEN",
  ACTIVATED: "journal.ACTIVATED",
  CHANGED: "journal.CHANGED",
  JOINED: "journal.JOINED",
  LEFT: "journal.LEFT",
  DELEGATED: "journal.DELEGATED",
  DELEGATION_ENDED: "journal.DELEGATION_ENDED",
  WOULD_REFUSE: "journal.WOULD_REFUSE",
};

const ENDS: Partial<Record<string, Key>> = {
  EXPIRED: "journal.ENDED.EXPIRED",
  REGULARISED: "journal.ENDED.REGULARISED",
  LEFT_GROUP: "journal.ENDED.LEFT_GROUP",
};

/** A line of the journal in words; one of a kind we do not know keeps its name. */
export function sentenceOf(line: JournalEntry, words: Words) {
  const { action, details } = line;
  const key = action === "ENDED" ? (ENDS[details.cause ?? ""] ?? "journal.ENDED") : SENTENCES[action];
  const actor = actorOf(line.actor, words);
  const toGroup = details.principalType === "GROUP" ? words.t("journal.aGroup") : undefined;
  const person = line.person?.name ?? details.identifier ?? toGroup ?? words.t("someone");
  const day = details.endsOn ? words.day(details.endsOn) : "…";
  return key ? words.t(key, { actor, person, day }) : `${actor} : ${action} – ${person}`;
}
