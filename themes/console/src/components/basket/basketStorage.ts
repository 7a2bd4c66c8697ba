import { type Basket, sizeOf } from "./basket";

/**
 * Baskets outlive a reload and a new sign-in: in this tab only, for the same person, for half an hour. They hold the names
 * of people; so what is validated, dropped, too old or another's is deleted.
 */
const PREFIX = "relais:basket:";
const LIFETIME = 30 * 60_000;

interface StoredBasket {
  userId: string;
  at: number;
  basket: Basket;
}

export function loadBasket(userId: string, groupId: string): Basket | undefined {
  removeOutdated(userId);
  return read(PREFIX + groupId)?.basket;
}

export function saveBasket(userId: string, groupId: string, basket: Basket) {
  if (sizeOf(basket) === 0) {
    sessionStorage.removeItem(PREFIX + groupId);
  } else {
    sessionStorage.setItem(PREFIX + groupId, JSON.stringify({ userId, at: Date.now(), basket } satisfies StoredBasket));
  }
}

/** Whether any basket waits to be validated. */
export function hasStoredBaskets() {
  return ours().length > 0;
}

export function clearBaskets() {
  ours().forEach((key) => {
    sessionStorage.removeItem(key);
  });
}

function removeOutdated(userId: string) {
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

function read(key: string): StoredBasket | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? "null") as StoredBasket | null) ?? undefined;
  } catch {
    return undefined;
  }
}
