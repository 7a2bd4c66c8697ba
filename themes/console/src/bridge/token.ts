import { consoleClient, GOOD_FOR, setting, tokenOf } from "./console";

let own: { token: string; until: number } | undefined;

/** A token of the console's; where its own client is not found, one of the same session, had without anybody noticing. */
export async function accessToken() {
  const client = consoleClient();
  const token = client && (await tokenOf(client));
  if (token) {
    return token;
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
