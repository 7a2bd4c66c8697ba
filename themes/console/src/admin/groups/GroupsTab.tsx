import { TextInput } from "@patternfly/react-core";
import { useCallback, useId } from "react";
import { GroupsBySchool } from "../../components/GroupsBySchool";
import { List } from "../../components/List";
import { useWords } from "../../components/Surroundings";
import { useDelayed } from "../../components/useDelayed";
import { usePages } from "../../components/usePages";
import { useAdministration, useAdministrator } from "../administrator";
import { useAsked, useLinks } from "../route";

/** Any group of any school. */
export function GroupsTab() {
  const api = useAdministration();
  const words = useWords();
  const to = useLinks();
  const id = useId();
  const administrator = useAdministrator();
  const [asked, ask] = useAsked();
  const typed = asked.get("q") ?? "";
  const q = useDelayed(typed.trim());
  const groups = usePages(
    useCallback((cursor: string | undefined, signal: AbortSignal) => api.findGroups(q, cursor, signal), [api, q]),
  );
  return (
    <section aria-label={words.t("admin.groups")}>
      <div className="relais-filters" role="search" aria-label={words.t("groups.filter")}>
        <div className="relais-field relais-field--wide">
          <label htmlFor={id}>{words.t("admin.groups.find")}</label>
          <TextInput
            id={id}
            type="search"
            value={typed}
            maxLength={100}
            placeholder="0359001U_AES"
            onChange={(_, text) => {
              ask(new URLSearchParams(text ? { q: text } : {}));
            }}
          />
        </div>
      </div>
      <List pages={groups} none={words.t("groups.none")}>
        <GroupsBySchool
          groups={groups.items}
          userId={administrator.id}
          linkTo={(group) => ({ href: to("groups", group.id) })}
        />
      </List>
    </section>
  );
}
