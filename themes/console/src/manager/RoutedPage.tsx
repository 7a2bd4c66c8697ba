import type { Me } from "../api/types";
import { MyAccess } from "./access/MyAccess";
import { GroupPage } from "./group/GroupPage";
import { GroupsPage } from "./groups/GroupsPage";
import { useRoute } from "./route";

/** The page the address names; people who manage nothing only see their own access. */
export function RoutedPage({ me }: { me: Me }) {
  const route = useRoute();
  if (!me.manager || route.page === "access") {
    return <MyAccess manager={me.manager} />;
  }
  if (route.page === "group") {
    return <GroupPage key={route.id} id={route.id} tab={route.tab} me={me} />;
  }
  return <GroupsPage me={me} />;
}
