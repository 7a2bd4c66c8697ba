import { Button, TextInput } from "@patternfly/react-core";
import { useCallback, useId, useState } from "react";
import { List } from "../../components/List";
import { useWords } from "../../components/Surroundings";
import { useDelayed } from "../../components/useDelayed";
import { usePages } from "../../components/usePages";
import { useAdministration, useAdministrator } from "../administrator";
import { useAsked, useLinks } from "../route";
import { MissingGroups } from "./MissingGroups";
import { SchoolTable } from "./SchoolTable";

/** Each school: who heads it, how many groups it has, what it lacks. */
export function Schools() {
  const api = useAdministration();
  const words = useWords();
  const to = useLinks();
  const id = useId();
  const { mayManage } = useAdministrator();
  const [asked, ask] = useAsked();
  const [completing, setCompleting] = useState(false);
  const typed = asked.get("q") ?? "";
  const q = useDelayed(typed.trim());
  const schools = usePages(
    useCallback((cursor: string | undefined, signal: AbortSignal) => api.schools(q, cursor, signal), [api, q]),
  );
  return (
    <section aria-label={words.t("admin.schools")}>
      <div className="relais-filters" role="search" aria-label={words.t("schools.filter")}>
        <div className="relais-field relais-field--wide">
          <label htmlFor={id}>{words.t("schools.find")}</label>
          <TextInput
            id={id}
            type="search"
            value={typed}
            maxLength={100}
            onChange={(_, text) => {
              ask(new URLSearchParams(text ? { q: text } : {}));
            }}
          />
        </div>
      </div>
      {mayManage && (
        <p className="relais-acts">
          <Button variant="secondary" component="a" href={to("schools", "import")}>
            {words.t("schoolImport.open")}
          </Button>
          <Button
            variant="secondary"
            onClick={() => {
              setCompleting(true);
            }}
          >
            {words.t("missing.all")}
          </Button>
        </p>
      )}
      <List pages={schools} none={words.t("schools.none")}>
        <SchoolTable schools={schools.items} changed={schools.reload} />
      </List>
      {completing && (
        <MissingGroups
          close={() => {
            setCompleting(false);
          }}
          done={schools.reload}
        />
      )}
    </section>
  );
}
