import { useI18n } from "../provider/I18nProvider";
import { calledName } from "./personName";

interface Props {
  name: string;
  username: string;
  nameDeclared?: boolean | null;
}

/** A name and an identifier; the identifier first, and a mark, where the person may have chosen the name. */
export function PersonName({ name, username, nameDeclared }: Props) {
  const i18n = useI18n();
  return (
    <>
      <strong>{calledName({ name, username, nameDeclared })}</strong>{" "}
      {nameDeclared ? (
        <span className="relais-subtle">{i18n.t("person.declared", { name })}</span>
      ) : (
        <span className="relais-technical">{username}</span>
      )}
    </>
  );
}
