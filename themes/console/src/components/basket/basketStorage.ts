import { type Basket, sizeOf } from "./basket";

/**
 * Keeps baskets across a reload and a new sign-in: in this tab, for the same person, for half an hour. They contain names of
 * people, so a basket that is confirmed, discarded, too old or another person's is deleted.
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

/** Whether any basket is waiting to be confirmed. */
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
