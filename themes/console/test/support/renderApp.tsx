import { render } from "@testing-library/react";
import { vi } from "vitest";
import type { PageContext } from "../../src/bridge/context";
import { Announcer } from "../../src/components/provider/Announcer";
import { RelaisProvider } from "../../src/components/provider/RelaisProvider";
import { App } from "../../src/manager/App";
import { aGroup, aHead, aMember, aPerson } from "./fixtures";

export const aContext = (): PageContext => ({
  realm: "academie",
  serverBaseUrl: "http://server.test",
  adminBaseUrl: "http://server.test",
  authServerUrl: "http://server.test/",
  locale: "fr",
  getAccessToken: () => Promise.resolve("token"),
  signIn: vi.fn(),
});

export interface ReceivedRequest {
  path: string;
  method: string;
  query: URLSearchParams;
  body: unknown;
  headers: Record<string, string>;
}

type Answer = [status: number, body: unknown, headers?: Record<string, string>];

export type Server = Record<string, (request: ReceivedRequest) => Answer | Promise<Answer>>;

/** What the server answers; a test changes a line. */
export const aServer = (): Server => ({
  "GET me": () => [200, aHead()],
  "GET groups": () => [200, { items: [aGroup(), { ...aGroup(), id: "g2", label: "Invités" }], next: null }],
  "GET groups/g1": () => [200, aGroup()],
  "GET groups/g1/members": () => [200, { items: [aMember()], next: null }],
  "GET groups/g1/managers": () => [200, []],
  "GET groups/g1/journal": () => [200, { items: [], next: null }],
  "GET grants": () => [200, { items: [], next: null }],
  "GET people": () => [200, { items: [aPerson()], next: null }],
  "GET people/types": () => [200, { items: [{ id: "aesh", label: "AESH" }], next: null }],
  "GET my-access": () => [200, []],
  "POST groups/g1/changes": () => [200, { granted: [], ended: [] }],
});

/** Answers as a server does, and keeps the requests. */
export function fakeFetch(server: Server, requests: ReceivedRequest[], below: RegExp) {
  return async (address: string, init: RequestInit) => {
    const url = new URL(address);
    const request: ReceivedRequest = {
      path: url.pathname.replace(below, ""),
      method: init.method ?? "GET",
      query: url.searchParams,
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
      headers: init.headers as Record<string, string>,
    };
    requests.push(request);
    const [status, body, headers] = (await server[`${request.method} ${request.path}`]?.(request)) ?? [404, {}];
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return new Response(status === 204 ? null : text, { status, headers });
  };
}

/** Shows the page at an address, on a server; the list returned fills with its requests. */
export function renderApp(hash: string, server = aServer(), context = aContext()) {
  const requests: ReceivedRequest[] = [];
  vi.stubGlobal("fetch", fakeFetch(server, requests, /^\/realms\/academie\/relais\//));
  window.history.replaceState(null, "", hash);
  const shown = render(
    <RelaisProvider context={context}>
      <Announcer>
        <App />
      </Announcer>
    </RelaisProvider>,
  );
  return { ...shown, requests, context };
}
