import { useMemo } from "react";
import { AdminApi } from "../api/adminApi";
import { createClient, adminApiBase } from "../api/client";
import type { PageContext } from "../bridge/context";
import { Announcer } from "../components/provider/Announcer";
import { RelaisProvider } from "../components/provider/RelaisProvider";
import { RealmPage } from "./RealmPage";
import { useRoute } from "./route";

const createAdminApi = (context: PageContext) => {
  const base = adminApiBase(context);
  return new AdminApi(createClient(context, `${base}relais/`), createClient(context, base));
};

/** The section for the realm in the address: an administrator of several realms may switch between them. */
export function App({ consoleContext }: { consoleContext: PageContext }) {
  const { realm } = useRoute();
  const context = useMemo(() => ({ ...consoleContext, realm: realm || consoleContext.realm }), [consoleContext, realm]);
  return (
    <RelaisProvider key={context.realm} context={context} createApi={createAdminApi}>
      <Announcer>
        <RealmPage />
      </Announcer>
    </RelaisProvider>
  );
}
