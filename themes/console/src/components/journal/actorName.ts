import type { Ref } from "../../api/types";
import type { I18n } from "../../messages/i18n";

/** Whoever acted, in one text: a person, who acted as that person, Relais itself, or a deleted account. */
export function actorName(ref: Ref | null | undefined, i18n: I18n) {
  const name = personOf(ref, i18n);
  const impersonator = impersonatorOf(ref, i18n);
  return impersonator ? i18n.t("actor.impersonated", { impersonator, name }) : name;
}

/** The person alone; by the identifier, and marked, where the person may have chosen the name. */
export function personOf(ref: Ref | null | undefined, i18n: I18n) {
  if (ref?.id === "system") {
    return i18n.t("journal.system");
  }
  return ref?.name && ref.username && ref.nameDeclared
    ? i18n.t("person.declared.as", { username: ref.username, name: ref.name })
    : (ref?.name ?? i18n.t("someone"));
}

/** The administrator who acted in the person's session; undefined where the person did. */
export function impersonatorOf(ref: Ref | null | undefined, i18n: I18n) {
  return ref?.impersonator ? personOf(ref.impersonator, i18n) : undefined;
}
