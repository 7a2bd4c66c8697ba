import { createContext, type PropsWithChildren, useContext, useMemo } from "react";
import { createClient } from "../../api/client";
import { RelaisApi } from "../../api/relaisApi";
import type { PageContext } from "../../bridge/context";

interface Value {
  context: PageContext;
  api: RelaisApi;
}

const RelaisContext = createContext<Value | null>(null);

interface Props {
  context: PageContext;
  /** Creates the API client; by default that of managers. */
  createApi?: (context: PageContext) => RelaisApi;
}

const managerApi = (context: PageContext) => new RelaisApi(createClient(context));

/** Provides the console's context and the API of the realm to the components below. */
export function RelaisProvider({ context, createApi = managerApi, children }: PropsWithChildren<Props>) {
  const value = useMemo(() => ({ context, api: createApi(context) }), [context, createApi]);
  return <RelaisContext.Provider value={value}>{children}</RelaisContext.Provider>;
}

export function useApi() {
  return useRelaisContext().api;
}

export function usePageContext() {
  return useRelaisContext().context;
}

function useRelaisContext() {
  const value = useContext(RelaisContext);
  if (!value) {
    throw new Error("RelaisProvider is missing");
  }
  return value;
}
