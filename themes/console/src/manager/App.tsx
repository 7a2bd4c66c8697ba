import { useCallback, useMemo } from "react";
import { useLocale } from "../bridge/useLocale";
import { Failure } from "../components/Failure";
import { Frame } from "../components/Frame";
import { Speaking, useConsole, useRelais } from "../components/Surroundings";
import { useLoad } from "../components/useLoad";
import { Waiting } from "../components/Waiting";
import { Words } from "../messages/words";
import { Pages } from "./Pages";

/** The whole page: who is there, and in which language. */
export function App() {
  const relais = useRelais();
  const locale = useLocale(useConsole().locale);
  const me = useLoad(useCallback((signal: AbortSignal) => relais.me(signal), [relais]));
  const words = useMemo(() => new Words(locale, me.value?.timeZone), [locale, me.value?.timeZone]);
  return (
    <Speaking value={words}>
      <Frame>
        {me.value && <Pages me={me.value} />}
        {me.failure !== undefined && !me.value && <Failure failure={me.failure} retry={me.reload} />}
        {me.loading && !me.value && <Waiting lines={5} />}
      </Frame>
    </Speaking>
  );
}
