import { useRoute } from "../route";
import { ImportSchools } from "./import/ImportSchools";
import { Schools } from "./Schools";

/** The schools of the realm, or the import. */
export function SchoolsTab() {
  const [part] = useRoute().path;
  return part === "import" ? <ImportSchools /> : <Schools />;
}
