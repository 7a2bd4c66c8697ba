import { useRoute } from "../route";
import { GrantPage } from "./GrantPage";
import { Grants } from "./Grants";
import { ImportGrants } from "./import/ImportGrants";

/** The access grants of the realm, one of them, or the import. */
export function AccessTab() {
  const [part] = useRoute().path;
  if (part === "import") {
    return <ImportGrants />;
  }
  return part ? <GrantPage key={part} id={part} /> : <Grants />;
}
