import { useRoute } from "../route";
import { ImportSchools } from "./import/ImportSchools";
import { Schools } from "./Schools";

/** The schools of the realm, or a file of them. */
export function SchoolsTab() {
  const [part] = useRoute().path;
  return part === "import" ? <ImportSchools /> : <Schools />;
}
