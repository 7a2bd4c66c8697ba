import { describe, expect, it } from "vitest";
import {
  adds,
  type Basket,
  withChanges,
  emptyBasket,
  hasProblems,
  toChangeSet,
  withProblems,
} from "../../src/components/basket/basket";
import { aRules, aSibling } from "../support/fixtures";

const helene = { subject: "u1", pending: false, name: "Hélène Guéguen", detail: "helene.gueguen" };
const marie = { subject: "marie@ac.example", pending: true, name: "marie@ac.example", detail: "" };
const leaving = { grantId: "g1", name: "Maël Kerbrat" };

const fresh = () => emptyBasket(aRules(), [aSibling()]);
const filled = () => withChanges(fresh(), { additions: [helene, marie], removals: [leaving], reason: " Arrivée " });

describe("a basket", () => {
  it("begins with the suggested day and everything ticked", () => {
    expect(fresh()).toMatchObject({ endsOn: "2027-01-22", together: ["eleves-invites"], additions: [] });
  });

  it("becomes one change set", () => {
    expect(toChangeSet(filled())).toEqual({
      add: [{ userId: "u1" }, { identifier: "marie@ac.example" }],
      remove: ["g1"],
      endsOn: "2027-01-22",
      reason: "Arrivée",
      together: ["eleves-invites"],
    });
  });

  it("asks for no day and no reason when it only takes away", () => {
    const only = withChanges(fresh(), { removals: [leaving] });
    expect(adds(only)).toBe(false);
    expect(toChangeSet(only)).toEqual({ add: [], remove: ["g1"], together: ["eleves-invites"] });
  });

  it("has another key with other content, and the same for the same", () => {
    const one = filled();
    expect(withChanges(one, { reason: "Autre" }).key).not.toBe(one.key);
    expect(withProblems(one, []).key).toBe(one.key);
  });

  it("carries each problem where it belongs and loses nothing", () => {
    const refused = withProblems(filled(), [
      { errorMessage: "déjà un accès", field: "add[0].userId" },
      { errorMessage: "déjà terminé", field: "remove[0]" },
      { errorMessage: "trop tard", field: "endsOn" },
      { errorMessage: "au même moment" },
    ]);
    expect(refused.additions.map(({ problem }) => problem)).toEqual(["déjà un accès", undefined]);
    expect(refused.removals[0]?.problem).toBe("déjà terminé");
    expect(refused.problems).toMatchObject({ endsOn: "trop tard", other: "au même moment" });
    expect(hasProblems(refused)).toBe(true);
  });

  it("tells the eleventh line from the first", () => {
    const many: Basket = {
      ...fresh(),
      additions: Array.from({ length: 12 }, (_, n) => ({ ...helene, subject: `u${String(n)}` })),
    };
    const refused = withProblems(many, [{ errorMessage: "non", field: "add[11]" }]);
    expect(refused.additions.findIndex(({ problem }) => problem)).toBe(11);
  });

  it("forgets a problem with what it was about", () => {
    const refused = withProblems(filled(), [
      { errorMessage: "non", field: "add[0].userId" },
      { errorMessage: "motif", field: "reason" },
      { errorMessage: "ailleurs" },
    ]);
    const corrected = withChanges(refused, { additions: [marie], reason: "Remplacement" });
    expect(hasProblems(corrected)).toBe(false);
  });
});
