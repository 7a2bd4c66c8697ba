import { useRoute } from "../route";
import { ProfilePage } from "./ProfilePage";
import { Profiles } from "./Profiles";

/** The list of profiles, or one of them. */
export function ProfilesTab() {
  const [part] = useRoute().path;
  return part ? <ProfilePage key={part} id={part === "new" ? null : part} /> : <Profiles />;
}
