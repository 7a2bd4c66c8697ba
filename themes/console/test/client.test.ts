import { afterEach, describe, expect, it, vi } from "vitest";
import { createClient } from "../src/api/client";
import { Refused, SignedOut, Unreachable } from "../src/api/failures";
import { validToken } from "../src/bridge/console";
import { aContext } from "./support/renderApp";

const answering = (status: number, body: unknown, headers = {}) =>
  vi.stubGlobal(
    "fetch",
    vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status, headers }))),
  );

describe("the client", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("asks the realm's API with the console's token and leaves out what is not asked for", async () => {
    answering(200, { items: [] });
    await createClient(aContext())("groups", { query: { q: "", school: "0359001U", first: undefined } });
    const [address, init] = vi.mocked(fetch).mock.calls[0] ?? [];
    expect(address).toBe("http://server.test/realms/academie/relais/groups?school=0359001U");
    expect(init?.headers).toMatchObject({ Authorization: "Bearer token" });
  });

  it("reports each error of a change set", async () => {
    answering(422, { errors: [{ errorMessage: "un" }, { errorMessage: "deux" }] });
    const refused = await createClient(aContext())("x").catch((failure: unknown) => failure);
    expect(refused).toBeInstanceOf(Refused);
    expect((refused as Refused).problems.map(({ errorMessage }) => errorMessage)).toEqual(["un", "deux"]);
  });

  it("reports how long to wait", async () => {
    answering(429, { errorMessage: "trop" }, { "Retry-After": "7" });
    await expect(createClient(aContext())("x")).rejects.toMatchObject({ status: 429, wait: 7 });
  });

  it("tells a lost session from a lost server", async () => {
    answering(401, {});
    await expect(createClient(aContext())("x")).rejects.toBeInstanceOf(SignedOut);
    answering(503, {});
    await expect(createClient(aContext())("x")).rejects.toBeInstanceOf(Unreachable);
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed to fetch")));
    await expect(createClient(aContext())("x")).rejects.toBeInstanceOf(Unreachable);
    const signedOut = { ...aContext(), getAccessToken: () => Promise.reject(new Error()) };
    await expect(createClient(signedOut)("x")).rejects.toBeInstanceOf(SignedOut);
  });

  it("tells a session that is over from a server that does not renew its token", async () => {
    const asking = (token: string | undefined) => {
      const keycloak = { token, updateToken: () => Promise.reject(new Error()), login: () => Promise.resolve() };
      const context = { ...aContext(), getAccessToken: async () => (await validToken(keycloak)) ?? "" };
      return createClient(context)("x").catch((failure: unknown) => failure);
    };
    expect(await asking("the last one")).toBeInstanceOf(Unreachable);
    expect(await asking(undefined)).toBeInstanceOf(SignedOut);
  });

  it("lets a question go that is not asked any more", async () => {
    vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) => {
      signal?.throwIfAborted();
      return new Promise(() => undefined);
    });
    await expect(createClient(aContext())("x", { signal: AbortSignal.abort() })).rejects.toHaveProperty(
      "name",
      "AbortError",
    );
  });
});
