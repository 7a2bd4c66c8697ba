import { useMemo } from "react";
import { Administration } from "../api/administration";
import { client, doorOfAdministrators } from "../api/client";
import type { PageContext } from "../bridge/context";
import { Announcer } from "../components/Announcer";
import { Surroundings } from "../components/Surroundings";
import { RealmPage } from "./RealmPage";
import { useRoute } from "./route";

const administration = (context: PageContext) => {
  const door = doorOfAdministrators(context);
  return new Administration(client(context, `${door}relais/`), client(context, door));
};

/** The whole section, for the realm in the address: an administrator of several may go from one to another. */
export function App({ given }: { given: PageContext }) {
  const { realm } = useRoute();
  const context = useMemo(() => ({ ...given, realm: realm || given.realm }), [given, realm]);
  return (
    <Surroundings key={context.realm} context={context} api={administration}>
      <Announcer>
        <RealmPage />
      </Announcer>
    </Surroundings>
  );
}
