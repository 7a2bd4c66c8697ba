import { Button, Label } from "@patternfly/react-core";
import { useCallback } from "react";
import type { ProfileApplication, ProfileEntry } from "../../api/types";
import { Ready } from "../../components/Ready";
import { useWords } from "../../components/Surroundings";
import { Table } from "../../components/Table";
import { useLoad } from "../../components/useLoad";
import type { Words } from "../../messages/words";
import { useAdministration, useAdministrator } from "../administrator";
import { useLinks } from "../route";

/** Each kind of group: who manages it, what it opens, how many schools have one. */
export function Profiles() {
  const api = useAdministration();
  const words = useWords();
  const to = useLinks();
  const { mayConfigure } = useAdministrator();
  const profiles = useLoad(useCallback((signal: AbortSignal) => api.profiles(signal), [api]));
  return (
    <section aria-label={words.t("admin.profiles")}>
      <p className="relais-lead">{words.t("profiles.lead")}</p>
      {mayConfigure && (
        <p className="relais-acts">
          <Button variant="secondary" component="a" href={to("profiles", "new")}>
            {words.t("profiles.new")}
          </Button>
        </p>
      )}
      <Ready of={profiles}>
        {(all: ProfileEntry[]) => (
          <Table<ProfileEntry>
            label={words.t("admin.profiles")}
            rows={all}
            keyOf={(profile) => profile.suffix}
            columns={[
              {
                title: words.t("profile.suffix"),
                names: true,
                cell: (profile) =>
                  mayConfigure ? (
                    <a href={to("profiles", profile.componentId)}>{profile.suffix}</a>
                  ) : (
                    <strong>{profile.suffix}</strong>
                  ),
              },
              {
                title: words.t("profiles.label"),
                cell: (profile) => (words.language === "fr" ? profile.labelFr : profile.labelEn),
              },
              { title: words.t("profile.population"), cell: (profile) => words.t(`population.${profile.population}`) },
              { title: words.t("profile.managedBy"), cell: (profile) => profile.managedBy.join(", ") || "–" },
              { title: words.t("profile.clients"), cell: (profile) => opened(profile.applications, words) },
              { title: words.t("profiles.groups"), cell: (profile) => words.number(profile.groups) },
              {
                title: words.t("profiles.lacking"),
                cell: (profile) => (profile.lacking > 0 ? words.count("profiles.schools", profile.lacking) : "–"),
              },
            ]}
          />
        )}
      </Ready>
    </section>
  );
}

function opened(applications: ProfileApplication[], words: Words) {
  if (applications.length === 0) {
    return "–";
  }
  return (
    <span className="relais-labels">
      {applications.map(({ clientId, exists }) => (
        <Label key={clientId} isCompact color={exists === false ? "red" : "grey"}>
          {exists === false ? words.t("profiles.unknownClient", { clientId }) : clientId}
        </Label>
      ))}
    </span>
  );
}
