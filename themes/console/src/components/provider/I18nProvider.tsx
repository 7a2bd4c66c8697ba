import { createContext, useContext } from "react";
import { I18n } from "../../messages/i18n";

const I18nContext = createContext(new I18n("fr"));

/** Provides the language and the time zone to the components below. */
export const I18nProvider = I18nContext.Provider;

export function useI18n() {
  return useContext(I18nContext);
}
