import { useCallback } from "react";
import type { ProfileEntry } from "../../api/types";
import type { ProfileComponent } from "../../api/administration";
import { Ready } from "../../components/Ready";
import { useWords } from "../../components/Surroundings";
import { useLoad } from "../../components/useLoad";
import { useAdministration } from "../administrator";
import { Back } from "../parts/Back";
import { useLinks } from "../route";
import { NEW } from "./fields";
import { ProfileForm } from "./ProfileForm";

interface Loaded {
  component: ProfileComponent | undefined;
  others: ProfileEntry[];
}

/** One profile to be changed, or a new one. */
export function ProfilePage({ id }: { id: string | null }) {
  const api = useAdministration();
  const words = useWords();
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
      <Back to={to("profiles")} text={words.t("admin.profiles")} />
      <Ready of={loaded}>
        {({ component, others }: Loaded) => {
          const entry = others.find((one) => one.componentId === id);
          return (
            <>
              <h2 id="relais-profile">
                {component
                  ? words.t("profile.title", { suffix: entry?.suffix ?? component.name })
                  : words.t("profiles.new")}
              </h2>
              <ProfileForm
                id={id}
                name={component?.name}
                entry={entry}
                start={{ ...NEW, ...(entry && { suffix: [entry.suffix] }), ...component?.config }}
                suffixes={others.map(({ suffix }) => suffix)}
              />
            </>
          );
        }}
      </Ready>
    </section>
  );
}
