import { Unreachable } from "../api/failures";

/** The insides of a console that we use; every step may find nothing, in a later version. */

/** What the console's own Keycloak client offers us. */
export interface ConsoleClient {
  token?: string;
  updateToken(validFor: number): Promise<boolean>;
  login(): Promise<void>;
}

/** What the console's router offers us. */
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

/** Settings the console's page carries. */
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

/** The client with which the console signs in. */
export function consoleClient() {
  return findInProps((props) => {
    const client = props.value?.keycloak;
    return typeof client?.updateToken === "function" && typeof client.login === "function"
      ? (client as ConsoleClient)
      : undefined;
  });
}

/** For how many seconds a token must still be good. */
export const MIN_VALIDITY_SECONDS = 5;

/** A good token of the console's client. It loses its token when the server says no, and only then. */
export async function validToken(client: ConsoleClient) {
  try {
    await client.updateToken(MIN_VALIDITY_SECONDS);
  } catch (failure) {
    throw client.token ? new Unreachable() : failure;
  }
  return client.token;
}

/** The language that the console speaks, where it keeps it with who is signed in. */
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

/** The first that is found in what the console's React components are given. */
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
