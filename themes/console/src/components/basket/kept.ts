import { type Basket, sizeOf } from "./basket";

/**
 * Baskets outlive a reload and a new sign-in: in this tab only, for the same person, for half an hour. They hold the names
 * of people; so what is validated, dropped, too old or another's is deleted.
 */
const PREFIX = "relais:basket:";
const LIFETIME = 30 * 60_000;

interface Kept {
  userId: string;
  at: number;
  basket: Basket;
}

export function keptBasket(userId: string, groupId: string): Basket | undefined {
  forgetOthers(userId);
  return read(PREFIX + groupId)?.basket;
}

export function keepBasket(userId: string, groupId: string, basket: Basket) {
  if (sizeOf(basket) === 0) {
    sessionStorage.removeItem(PREFIX + groupId);
  } else {
    sessionStorage.setItem(PREFIX + groupId, JSON.stringify({ userId, at: Date.now(), basket } satisfies Kept));
  }
}

/** Whether any basket waits to be validated. */
export function isAnyKept() {
  return ours().length > 0;
}

export function forgetAll() {
  ours().forEach((key) => {
    sessionStorage.removeItem(key);
  });
}

function forgetOthers(userId: string) {
  for (const key of ours()) {
    const kept = read(key);
    if (kept?.userId !== userId || Date.now() - kept.at > LIFETIME) {
      sessionStorage.removeItem(key);
    }
  }
}

function ours() {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
}

function read(key: string): Kept | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? "null") as Kept | null) ?? undefined;
  } catch {
    return undefined;
  }
}
