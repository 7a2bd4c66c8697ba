import { createContext, useContext } from "react";
import { AdminApi } from "../api/adminApi";
import type { Administrator, Me } from "../api/types";
import { useApi } from "../components/provider/RelaisProvider";

const AdministratorContext = createContext<Administrator | null>(null);

/** Tells the pages below who the administrator is and what they may do. */
export const AdministratorProvider = AdministratorContext.Provider;

export function useAdministrator() {
  const administrator = useContext(AdministratorContext);
  if (!administrator) {
    throw new Error("AdministratorProvider is missing");
  }
  return administrator;
}

export function useAdminApi() {
  const api = useApi();
  if (!(api instanceof AdminApi)) {
    throw new Error("The API is not that of administrators");
  }
  return api;
}

/** The administrator as the pages of a group know people: an administrator has no school of their own. */
export function asMe({ id, username, timeZone, locale, limits, readOnly, impersonator }: Administrator): Me {
  const own = { id, username, name: username, manager: true, schools: [] };
  return { ...own, timeZone, locale, limits, readOnly, impersonator };
}
