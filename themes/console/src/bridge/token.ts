import { consoleClient, MIN_VALIDITY_SECONDS, setting, validToken } from "./console";

let own: { token: string; until: number } | undefined;

/** The console's token; if its client is not found, a token of the same session from a silent login. */
export async function accessToken() {
  const client = consoleClient();
  const token = client && (await validToken(client));
  if (token) {
    return token;
  }
  if (!own || own.until < Date.now()) {
    const { silentToken } = await import("./silentLogin");
    const { token, seconds } = await silentToken(setting("authServerUrl") || setting("serverBaseUrl"), {
      realm: setting("realm"),
      clientId: setting("clientId"),
    });
    own = { token, until: Date.now() + (seconds - MIN_VALIDITY_SECONDS) * 1_000 };
  }
  return own.token;
}
