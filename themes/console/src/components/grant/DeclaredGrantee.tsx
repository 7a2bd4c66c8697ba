import type { Grant } from "../../api/types";
import { useI18n } from "../provider/I18nProvider";

/** The name of whom a grant is for, marked, where that person may have chosen it; nothing for anybody else. */
export function DeclaredGrantee({ grant }: { grant: Grant }) {
  const i18n = useI18n();
  return grant.personNameDeclared && grant.personName ? (
    <span className="relais-subtle"> {i18n.t("person.declared", { name: grant.personName })}</span>
  ) : null;
}
