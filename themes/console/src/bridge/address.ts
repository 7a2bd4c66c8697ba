/** The address of our section: in the fragment, like all pages of the Admin Console. */

export const SECTION = "relais";

/** `#/academie/relais/groups` is the page `groups` of the realm `academie`. */
export interface SectionAddress {
  realm: string;
  path: string[];
}

/** The realm that the console shows, and our page if the address names one. */
export function parseHash(hash: string): { realm: string; section?: SectionAddress } {
  const [realm = "", first, ...path] = hash
    .replace(/^#\/?/, "")
    .replace(/\?.*$/, "")
    .split("/")
    .map((part) => decoded(part));
  return { realm, section: realm && first === SECTION ? { realm, path: path.filter(Boolean) } : undefined };
}

export function toHash({ realm, path }: SectionAddress) {
  return `#/${[realm, SECTION, ...path].map(encodeURIComponent).join("/")}`;
}

function decoded(part: string) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
