import { createContext, useContext } from "react";
import { Administration } from "../api/administration";
import type { Administrator, Me } from "../api/types";
import { useRelais } from "../components/Surroundings";

const Present = createContext<Administrator | null>(null);

/** Who looks at the section. */
export const Presence = Present.Provider;

export function useAdministrator() {
  const administrator = useContext(Present);
  if (!administrator) {
    throw new Error("Outside of Presence");
  }
  return administrator;
}

export function useAdministration() {
  const api = useRelais();
  if (!(api instanceof Administration)) {
    throw new Error("Not at the administrators’ door");
  }
  return api;
}

/** The same as the pages of a group know people; an administrator has no school of their own. */
export function asPerson({ id, username, timeZone, locale, limits }: Administrator): Me {
  return { id, username, name: username, manager: true, schools: [], timeZone, locale, limits };
}
