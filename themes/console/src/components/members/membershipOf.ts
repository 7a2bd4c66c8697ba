import type { Person } from "../../api/types";
import type { I18n } from "../../messages/i18n";

/** The person's membership in words; undefined for a person who is not a member. */
export function membershipOf(person: Person, i18n: I18n) {
  const { membership } = person;
  if (!membership) {
    return undefined;
  }
  if (membership.origin === "OFFICIAL") {
    return i18n.t("search.already.official");
  }
  const key = membership.origin === "GRANTED" ? "search.already.granted" : "search.already.pending";
  return i18n.t(key, { day: membership.endsOn ? i18n.day(membership.endsOn) : "…" });
}
