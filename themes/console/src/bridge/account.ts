import { consoleClient, setting, validToken } from "./console";
import type { PageContext } from "./context";
import { definePage } from "./element";

/** The boot script of the account console: all that people on other pages load. */

function accountContext(): PageContext {
  const server = setting("serverBaseUrl").replace(/\/+$/, "");
  return {
    realm: setting("realm"),
    serverBaseUrl: server,
    adminBaseUrl: server,
    authServerUrl: setting("authServerUrl"),
    locale: setting("locale") || document.documentElement.lang || "fr",
    async getAccessToken() {
      const client = consoleClient();
      const token = client && (await validToken(client));
      if (!token) {
        throw new Error("Nobody is signed in");
      }
      return token;
    },
    signIn() {
      void (consoleClient()?.login() ?? window.location.reload());
    },
  };
}

definePage("relais-groups", async () => (await import("../manager/mount")).mount, accountContext);
