import type { Ref } from "../api/types";
import type { Words } from "../messages/words";

/** Who has done something: a person, the server itself, or an account that is no more. */
export function actorOf(ref: Ref | null | undefined, words: Words) {
  return ref?.id === "system" ? words.t("journal.system") : (ref?.name ?? words.t("someone"));
}
