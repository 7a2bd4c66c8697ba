import { Unreachable } from "../api/failures";

/** The internals of a console that we use; in a later version each of them may be missing. */

/** What we use of the console's own Keycloak client. */
export interface ConsoleClient {
  token?: string;
  updateToken(validFor: number): Promise<boolean>;
  login(): Promise<void>;
}

/** What we use of the console's router. */
export interface ConsoleRouter {
  routes: { id: string }[];
  patchRoutes(below: string, routes: object[]): void;
  navigate(to: string, options: { replace: boolean }): unknown;
}

interface Props {
  router?: Partial<ConsoleRouter>;
  value?: { keycloak?: Partial<ConsoleClient>; whoAmI?: { locale?: unknown } };
}

interface Fiber {
  child: Fiber | null;
  sibling: Fiber | null;
  memoizedProps: Props | null;
}

/** The settings in the console's page. */
export function environment(): Record<string, unknown> {
  try {
    return JSON.parse(document.getElementById("environment")?.textContent ?? "{}") as Record<string, unknown>;
  } catch {
    return {};
  }
}

export function setting(name: string) {
  const value = environment()[name];
  return typeof value === "string" ? value : "";
}

/** The Keycloak client of the console. */
export function consoleClient() {
  return findInProps((props) => {
    const client = props.value?.keycloak;
    return typeof client?.updateToken === "function" && typeof client.login === "function"
      ? (client as ConsoleClient)
      : undefined;
  });
}

/** How many more seconds a token must be valid. */
export const MIN_VALIDITY_SECONDS = 5;

/** A valid token of the console's client. The client drops its token only when the server refuses to renew it. */
export async function validToken(client: ConsoleClient) {
  try {
    await client.updateToken(MIN_VALIDITY_SECONDS);
  } catch (failure) {
    throw client.token ? new Unreachable() : failure;
  }
  return client.token;
}

/** The language of the console, if it keeps it with the person signed in. */
export function consoleLocale() {
  return findInProps((props) =>
    typeof props.value?.whoAmI?.locale === "string" ? props.value.whoAmI.locale : undefined,
  );
}

export function consoleRouter() {
  return findInProps(({ router }) =>
    typeof router?.patchRoutes === "function" && typeof router.navigate === "function" && router.routes?.[0]?.id
      ? (router as ConsoleRouter)
      : undefined,
  );
}

/** The first match among the props of the console's React components. */
function findInProps<T>(pick: (props: Props) => T | undefined): T | undefined {
  const app = document.getElementById("app");
  const key = app && Object.keys(app).find((name) => name.startsWith("__reactContainer$"));
  const waiting: (Fiber | null)[] = key ? [(app as unknown as Record<string, Fiber>)[key] ?? null] : [];
  while (waiting.length > 0) {
    const fiber = waiting.pop();
    const props = fiber?.memoizedProps;
    const found = typeof props === "object" && props ? pick(props) : undefined;
    if (found !== undefined) {
      return found;
    }
    if (fiber) {
      waiting.push(fiber.sibling, fiber.child);
    }
  }
  return undefined;
}
