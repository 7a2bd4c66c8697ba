import type { Person } from "../../api/types";
import type { Words } from "../../messages/words";

/** How somebody already stands in the group; nothing for whoever is no member. */
export function membershipOf(person: Person, words: Words) {
  const { membership } = person;
  if (!membership) {
    return undefined;
  }
  if (membership.origin === "OFFICIAL") {
    return words.t("search.already.official");
  }
  const key = membership.origin === "GRANTED" ? "search.already.granted" : "search.already.pending";
  return words.t(key, { day: membership.endsOn ? words.day(membership.endsOn) : "…" });
}
