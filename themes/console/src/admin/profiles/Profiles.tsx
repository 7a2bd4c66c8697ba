import { Button, Label } from "@patternfly/react-core";
import { useCallback } from "react";
import type { ProfileApplication, ProfileEntry } from "../../api/types";
import { LoadedContent } from "../../components/feedback/LoadedContent";
import { useI18n } from "../../components/provider/I18nProvider";
import { Table } from "../../components/list/Table";
import { useLoad } from "../../components/hooks/useLoad";
import type { I18n } from "../../messages/i18n";
import { useAdminApi, useAdministrator } from "../administrator";
import { useLinks } from "../route";

/** The profiles: who manages their groups, what these open, how many schools have one. */
export function Profiles() {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const { mayConfigure } = useAdministrator();
  const profiles = useLoad(useCallback((signal: AbortSignal) => api.profiles(signal), [api]));
  return (
    <section aria-label={i18n.t("admin.profiles")}>
      <p className="relais-lead">{i18n.t("profiles.lead")}</p>
      {mayConfigure && (
        <p className="relais-acts">
          <Button variant="secondary" component="a" href={to("profiles", "new")}>
            {i18n.t("profiles.new")}
          </Button>
        </p>
      )}
      <LoadedContent loaded={profiles}>
        {(all: ProfileEntry[]) => (
          <Table<ProfileEntry>
            label={i18n.t("admin.profiles")}
            rows={all}
            keyOf={(profile) => profile.suffix}
            columns={[
              {
                title: i18n.t("profile.suffix"),
                names: true,
                cell: (profile) =>
                  mayConfigure ? (
                    <a href={to("profiles", profile.componentId)}>{profile.suffix}</a>
                  ) : (
                    <strong>{profile.suffix}</strong>
                  ),
              },
              {
                title: i18n.t("profiles.label"),
                cell: (profile) => (i18n.language === "fr" ? profile.labelFr : profile.labelEn),
              },
              { title: i18n.t("profile.population"), cell: (profile) => i18n.t(`population.${profile.population}`) },
              { title: i18n.t("profile.managedBy"), cell: (profile) => profile.managedBy.join(", ") || "–" },
              { title: i18n.t("profile.clients"), cell: (profile) => opened(profile.applications, i18n) },
              { title: i18n.t("profiles.groups"), cell: (profile) => i18n.number(profile.groups) },
              {
                title: i18n.t("profiles.lacking"),
                cell: (profile) => (profile.lacking > 0 ? i18n.count("profiles.schools", profile.lacking) : "–"),
              },
            ]}
          />
        )}
      </LoadedContent>
    </section>
  );
}

function opened(applications: ProfileApplication[], i18n: I18n) {
  if (applications.length === 0) {
    return "–";
  }
  return (
    <span className="relais-labels">
      {applications.map(({ clientId, exists }) => (
        <Label key={clientId} isCompact color={exists === false ? "red" : "grey"}>
          {exists === false ? i18n.t("profiles.unknownClient", { clientId }) : clientId}
        </Label>
      ))}
    </span>
  );
}
