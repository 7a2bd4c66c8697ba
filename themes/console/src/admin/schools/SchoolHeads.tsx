import { Label } from "@patternfly/react-core";
import type { SchoolEntry } from "../../api/types";
import { useWords } from "../../components/Surroundings";

/** Who heads a school, by name while they are few; that nobody does is a warning. */
export function SchoolHeads({ school }: { school: SchoolEntry }) {
  const words = useWords();
  const { count, people } = school.heads;
  if (count === 0) {
    return school.closed ? (
      <>–</>
    ) : (
      <Label isCompact color="orange">
        {words.t("schools.headless")}
      </Label>
    );
  }
  return (
    <>
      {people.length > 0
        ? words.list(people.map(({ name, id }) => name ?? id))
        : words.count("schools.manyHeads", count)}
    </>
  );
}
