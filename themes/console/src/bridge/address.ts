/** Where the section of the Admin Console stands: behind the # of the address, as all pages of that console do. */

export const SECTION = "relais";

/** `#/academie/relais/groups` is the page `groups` of the realm `academie`. */
export interface SectionAddress {
  realm: string;
  path: string[];
}

/** The realm that the console shows, and our page of it if that is what is shown. */
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
