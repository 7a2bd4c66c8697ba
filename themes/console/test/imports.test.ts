import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => normalize(join("src", file)));

/** Our own files that a file imports: types and dynamic imports as well. */
const importsOf = new Map(
  files.map((file) => [
    file,
    ts
      .preProcessFile(readFileSync(file, "utf8"))
      .importedFiles.map(({ fileName }) => normalize(join(dirname(file), fileName)))
      .flatMap((path) => [path, `${path}.ts`, `${path}.tsx`, join(path, "index.ts")])
      .filter((path) => files.includes(path) && existsSync(path)),
  ]),
);

/** The way from a file back to itself, if there is one. */
function circleFrom(start: string) {
  const seen = new Set<string>();
  const open = [[start]];
  for (let way = open.pop(); way; way = open.pop()) {
    for (const next of importsOf.get(way.at(-1) ?? "") ?? []) {
      if (next === start) {
        return [...way, start].join(" → ");
      }
      if (!seen.has(next)) {
        seen.add(next);
        open.push([...way, next]);
      }
    }
  }
  return undefined;
}

/** Which folder may import which. The boot scripts in `bridge` load the pages when they are first shown. */
const MAY_IMPORT: Record<string, string[]> = {
  messages: [],
  styles: [],
  api: ["bridge"],
  bridge: ["api", "manager", "admin"],
  components: ["api", "bridge", "messages"],
  manager: ["api", "bridge", "components", "messages", "styles"],
  admin: ["api", "bridge", "components", "messages", "styles"],
};

describe("the imports", () => {
  it("have no circle", () => {
    expect(files.length).toBeGreaterThan(100);
    expect([...importsOf.values()].flat().length).toBeGreaterThan(files.length);
    expect(files.map(circleFrom).filter(Boolean)).toEqual([]);
  });

  it("go from the pages to what they share, and from one page to no other", () => {
    const folderOf = (file: string) => file.split(/[/\\]/)[1] ?? "";
    const wrong = [...importsOf].flatMap(([file, imported]) =>
      imported
        .filter((other) => folderOf(other) !== folderOf(file))
        .filter((other) => !MAY_IMPORT[folderOf(file)]?.includes(folderOf(other)))
        .map((other) => `${file} → ${other}`),
    );
    expect(wrong).toEqual([]);
  });
});
