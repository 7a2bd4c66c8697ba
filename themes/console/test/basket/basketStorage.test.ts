import { beforeEach, describe, expect, it, vi } from "vitest";
import { withChanges, emptyBasket } from "../../src/components/basket/basket";
import { hasStoredBaskets, saveBasket, loadBasket } from "../../src/components/basket/basketStorage";
import { aRules } from "../support/fixtures";

const basket = withChanges(emptyBasket(aRules(), []), { removals: [{ grantId: "g", name: "Maël Kerbrat" }] });

describe("a basket that is kept", () => {
  beforeEach(() => {
    sessionStorage.clear();
    vi.useRealTimers();
  });

  it("is there again for the same person and group", () => {
    saveBasket("head", "g1", basket);
    expect(loadBasket("head", "g1")).toEqual(basket);
    expect(loadBasket("head", "g2")).toBeUndefined();
  });

  it("is deleted when somebody else comes", () => {
    saveBasket("head", "g1", basket);
    expect(loadBasket("other", "g1")).toBeUndefined();
    expect(JSON.stringify(sessionStorage)).not.toContain("Kerbrat");
  });

  it("is deleted after half an hour", () => {
    vi.useFakeTimers();
    saveBasket("head", "g1", basket);
    vi.advanceTimersByTime(31 * 60_000);
    expect(loadBasket("head", "g1")).toBeUndefined();
    expect(hasStoredBaskets()).toBe(false);
  });

  it("is deleted when it is empty", () => {
    saveBasket("head", "g1", basket);
    saveBasket("head", "g1", emptyBasket(aRules(), []));
    expect(hasStoredBaskets()).toBe(false);
  });

  it("is no basket if it cannot be read", () => {
    sessionStorage.setItem("relais:basket:g1", "{");
    expect(loadBasket("head", "g1")).toBeUndefined();
  });
});
