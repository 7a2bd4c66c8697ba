import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import adminEn from "../src/messages/admin.en.json";
import adminFr from "../src/messages/admin.fr.json";
import ownEn from "../src/messages/en.json";
import ownFr from "../src/messages/fr.json";

const fr = { ...ownFr, ...adminFr };
const en = { ...ownEn, ...adminEn };

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((hole) => hole[1]).sort();
const sourcesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
    .join("\n");
const entries = Object.entries(fr) as [keyof typeof fr, string][];

describe("messages", () => {
  it("say the same in both languages", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
    for (const [key, text] of entries) {
      expect(holes(en[key]), key).toEqual(holes(text));
    }
  });

  it("are never empty and have typographic apostrophes", () => {
    for (const text of [...Object.values(fr), ...Object.values(en)]) {
      expect(text.trimEnd()).toBe(text);
      expect(text).not.toBe("");
      expect(text).not.toContain("'");
    }
  });

  it("are all used", () => {
    const sources = sourcesIn("src");
    const computed = [...sources.matchAll(/`([a-z][\w.]*\.)\$\{/gi)].map((match) => match[1] ?? "");
    const unused = entries
      .map(([key]) => key)
      .filter((key) => {
        const name = key.replace(/\.(one|other)$/, "");
        return !sources.includes(`"${name}"`) && !computed.some((start) => key.startsWith(start));
      });
    expect(unused).toEqual([]);
  });

  it("of administrators are needed on their page only", () => {
    const shared = ["src/manager", "src/components"].map(sourcesIn).join("\n");
    const wanted = Object.keys(adminFr).filter((key) => shared.includes(`"${key.replace(/\.(one|other)$/, "")}"`));
    expect(wanted).toEqual([]);
    expect(Object.keys(adminFr).filter((key) => key in ownFr)).toEqual([]);
  });
});
