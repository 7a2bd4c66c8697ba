import { beforeEach, describe, expect, it, vi } from "vitest";
import { changed, emptyBasket } from "../src/components/basket/basket";
import { isAnyKept, keepBasket, keptBasket } from "../src/components/basket/kept";
import { aRules } from "./nouns";

const basket = changed(emptyBasket(aRules(), []), { removals: [{ grantId: "g", name: "Maël Kerbrat" }] });

describe("a basket that is kept", () => {
  beforeEach(() => {
    sessionStorage.clear();
    vi.useRealTimers();
  });

  it("is there again for the same person and group", () => {
    keepBasket("head", "g1", basket);
    expect(keptBasket("head", "g1")).toEqual(basket);
    expect(keptBasket("head", "g2")).toBeUndefined();
  });

  it("is deleted when somebody else comes", () => {
    keepBasket("head", "g1", basket);
    expect(keptBasket("other", "g1")).toBeUndefined();
    expect(JSON.stringify(sessionStorage)).not.toContain("Kerbrat");
  });

  it("is deleted after half an hour", () => {
    vi.useFakeTimers();
    keepBasket("head", "g1", basket);
    vi.advanceTimersByTime(31 * 60_000);
    expect(keptBasket("head", "g1")).toBeUndefined();
    expect(isAnyKept()).toBe(false);
  });

  it("is deleted when it is empty", () => {
    keepBasket("head", "g1", basket);
    keepBasket("head", "g1", emptyBasket(aRules(), []));
    expect(isAnyKept()).toBe(false);
  });

  it("is no basket if it cannot be read", () => {
    sessionStorage.setItem("relais:basket:g1", "{");
    expect(keptBasket("head", "g1")).toBeUndefined();
  });
});
