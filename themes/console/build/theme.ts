import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Plugin } from "vite";

/** Writes the name of the boot script, which changes with its content, into the properties of the theme that loads it. */
export function themeProperties(entry: string, from: string, to: string): Plugin {
  return {
    name: "theme-properties",
    writeBundle(_, bundle) {
      const script = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry && file.name === entry);
      if (!script) {
        throw new Error(`The build made no entry ${entry}`);
      }
      const properties = readFileSync(from, "utf8").replace(`@${entry}@`, script.fileName);
      mkdirSync(dirname(resolve(to)), { recursive: true });
      writeFileSync(to, properties);
    },
  };
}
