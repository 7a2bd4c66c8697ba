import { Label } from "@patternfly/react-core";
import type { SchoolEntry } from "../../api/types";
import { useI18n } from "../../components/provider/I18nProvider";

/** The heads of a school, by name if they are few, with a warning if there is none. */
export function SchoolHeads({ school }: { school: SchoolEntry }) {
  const i18n = useI18n();
  const { count, people } = school.heads;
  if (count === 0) {
    return school.closed ? (
      <>–</>
    ) : (
      <Label isCompact color="orange">
        {i18n.t("schools.headless")}
      </Label>
    );
  }
  return (
    <>
      {people.length > 0 ? i18n.list(people.map(({ name, id }) => name ?? id)) : i18n.count("schools.manyHeads", count)}
    </>
  );
}
