import { useCallback, useMemo } from "react";
import { Frame } from "../components/Frame";
import { Ready } from "../components/Ready";
import { Speaking, useConsole } from "../components/Surroundings";
import { useLoad } from "../components/useLoad";
import { Words } from "../messages/words";
import { Presence, useAdministration } from "./administrator";
import { Pages } from "./Pages";
import { SetUp } from "./setup/SetUp";

/** The section of one realm: what the caller may do there, in which language, or how to begin. */
export function RealmPage() {
  const api = useAdministration();
  const { locale } = useConsole();
  const administrator = useLoad(useCallback((signal: AbortSignal) => api.administrator(signal), [api]));
  const timeZone = administrator.value?.timeZone;
  const words = useMemo(() => new Words(locale, timeZone), [locale, timeZone]);
  return (
    <Speaking value={words}>
      <Frame>
        <Ready of={administrator}>
          {(present) => (
            <Presence value={present}>
              {present.configured ? <Pages /> : <SetUp done={administrator.reload} />}
            </Presence>
          )}
        </Ready>
      </Frame>
    </Speaking>
  );
}
