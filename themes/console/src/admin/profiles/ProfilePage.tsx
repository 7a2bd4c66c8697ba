import { useCallback } from "react";
import type { ProfileEntry } from "../../api/types";
import type { ProfileComponent } from "../../api/adminApi";
import { LoadedContent } from "../../components/feedback/LoadedContent";
import { useI18n } from "../../components/provider/I18nProvider";
import { useLoad } from "../../components/hooks/useLoad";
import { useAdminApi } from "../administrator";
import { BackLink } from "../components/BackLink";
import { useLinks } from "../route";
import { NEW_PROFILE } from "./fields";
import { ProfileForm } from "./ProfileForm";

interface Loaded {
  component: ProfileComponent | undefined;
  others: ProfileEntry[];
}

/** Edits a profile or creates one. */
export function ProfilePage({ id }: { id: string | null }) {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const loaded = useLoad(
    useCallback(
      async (signal: AbortSignal): Promise<Loaded> => {
        const [component, others] = await Promise.all([
          id === null ? undefined : api.profile(id, signal),
          api.profiles(signal),
        ]);
        return { component, others };
      },
      [api, id],
    ),
  );
  return (
    <section aria-labelledby="relais-profile">
      <BackLink to={to("profiles")} text={i18n.t("admin.profiles")} />
      <LoadedContent loaded={loaded}>
        {({ component, others }: Loaded) => {
          const entry = others.find((one) => one.componentId === id);
          return (
            <>
              <h2 id="relais-profile">
                {component
                  ? i18n.t("profile.title", { suffix: entry?.suffix ?? component.name })
                  : i18n.t("profiles.new")}
              </h2>
              <ProfileForm
                id={id}
                name={component?.name}
                entry={entry}
                start={{ ...NEW_PROFILE, ...(entry && { suffix: [entry.suffix] }), ...component?.config }}
                suffixes={others.map(({ suffix }) => suffix)}
              />
            </>
          );
        }}
      </LoadedContent>
    </section>
  );
}
