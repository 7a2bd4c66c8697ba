import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

/** Writes the licences of all bundled packages beside the bundle, as they require. */
export function licences(): Plugin {
  return {
    name: "licences",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
      const folders = new Set(modules.map(packageOf).filter((folder) => folder !== undefined));
      const texts = [...folders].sort().map(licenceOf);
      this.emitFile({ type: "asset", fileName: "licences.txt", source: texts.join("\n\n") });
    },
  };
}

/** The folder of the package that a module belongs to; none for our own. */
function packageOf(module: string) {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0];
}

function licenceOf(folder: string) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<
    string,
    string
  >;
  const file = textIn(folder) ?? textIn(dirname(folder));
  return `${name ?? ""} ${version ?? ""} (${license ?? ""})\n\n${file ?? ""}`.trim();
}

function textIn(folder: string) {
  const name = existsSync(folder) && readdirSync(folder).find((file) => /^licen[cs]e(\.(md|txt))?$/i.test(file));
  return name ? readFileSync(join(folder, name), "utf8").trim() : undefined;
}
