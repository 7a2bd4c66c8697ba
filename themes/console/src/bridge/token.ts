import { consoleClient, setting } from "./console";

/** For how many seconds a token must still be good. */
const GOOD_FOR = 5;

let own: { token: string; until: number } | undefined;

/** A token of the console's; where its own client is not found, one of the same session, had without anybody noticing. */
export async function accessToken() {
  const client = consoleClient();
  if (client) {
    await client.updateToken(GOOD_FOR);
    if (client.token) {
      return client.token;
    }
  }
  if (!own || own.until < Date.now()) {
    const { silentToken } = await import("./silent");
    const { token, seconds } = await silentToken(setting("authServerUrl") || setting("serverBaseUrl"), {
      realm: setting("realm"),
      clientId: setting("clientId"),
    });
    own = { token, until: Date.now() + (seconds - GOOD_FOR) * 1_000 };
  }
  return own.token;
}
