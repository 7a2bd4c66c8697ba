import { describe, expect, it } from "vitest";
import { I18n } from "../src/messages/i18n";

describe("words", () => {
  it("speak French or English, and English to everybody else", () => {
    expect(new I18n("fr-FR").t("cancel")).toBe("Annuler");
    expect(new I18n("en").t("cancel")).toBe("Cancel");
    expect(new I18n("br").language).toBe("en");
  });

  it("count as each language does", () => {
    expect(new I18n("fr").count("count.granted", 0)).toBe("0 ajouté");
    expect(new I18n("fr").count("count.granted", 2)).toBe("2 ajoutés");
    expect(new I18n("en").count("basket.title", 0)).toBe("0 changes to confirm");
  });

  it("leave alone what people have typed", () => {
    expect(new I18n("fr").t("search.nobody", { query: "{query} <b>$&" })).toContain("« {query} <b>$& »");
  });

  it("say days as days, in no zone", () => {
    expect(new I18n("fr", "America/Cayenne").day("2027-01-22")).toBe("22 janvier 2027");
    expect(new I18n("en", "Indian/Reunion").weekday("2027-01-22")).toMatch(/^Friday,? 22 January 2027$/);
  });

  it("read days as people write them, and no others", () => {
    expect(new I18n("fr").readDay("22/01/2027")).toBe("2027-01-22");
    expect(new I18n("fr").readDay(" 2.1.2027 ")).toBe("2027-01-02");
    expect(new I18n("en-US").readDay("1/22/2027")).toBe("2027-01-22");
    expect(new I18n("fr").readDay("2027-01-22")).toBe("2027-01-22");
    for (const none of ["", "31/02/2027", "22/01", "22/01/27", "demain"]) {
      expect(new I18n("fr").readDay(none), none).toBe("");
    }
  });

  it("say moments in the realm's zone", () => {
    expect(new I18n("fr", "Indian/Reunion").moment("2026-11-24T22:30:00Z")).toContain("25 novembre 2026");
  });

  it("know which day it is in the realm's zone", () => {
    const lateEvening = new Date("2026-11-24T23:30:00Z");
    expect(new I18n("fr", "Europe/Paris").today(lateEvening)).toBe("2026-11-25");
    expect(new I18n("fr", "America/Cayenne").today(lateEvening)).toBe("2026-11-24");
  });
});
