import { consoleClient, MIN_VALIDITY_SECONDS, setting, validToken } from "./console";

let own: { token: string; until: number } | undefined;

/** A token of the console's; where its own client is not found, one of the same session, had without anybody noticing. */
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
