import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { confine } from "./build/confine.ts";
import { licences } from "./build/licences.ts";
import { themeProperties } from "./build/theme.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The root of the JAR; Maven sets it. */
const jar = process.env.RELAIS_CLASSES ?? here("dist");

/** Each console has its own build in its own folder, so that neither carries what only the other needs. */
const FOLDERS: Record<string, string> = { account: "relais", admin: "relais/admin" };

export default defineConfig(({ mode }) => {
  const console = mode in FOLDERS ? mode : "account";
  const folder = FOLDERS[console] ?? "";
  return {
    base: "./",
    publicDir: console === "account" ? "public" : false,
    plugins: [
      react(),
      licences(),
      themeProperties(
        console,
        here(`../relais/${console}/theme.properties`),
        `${jar}/theme/relais/${console}/theme.properties`,
      ),
    ],
    css: { postcss: { plugins: [confine("relais-groups, relais-admin")] } },
    build: {
      target: "es2022",
      outDir: `${jar}/theme-resources/resources/${folder}`,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { [console]: here(`src/bridge/${console}.ts`) },
        output: {
          entryFileNames: "[name]-[hash].js",
          chunkFileNames: "[name]-[hash].js",
          assetFileNames: "[name]-[hash][extname]",
        },
      },
    },
    test: {
      environment: "jsdom",
      setupFiles: ["test/support/setup.ts"],
      css: false,
      testTimeout: 30_000,
      server: { deps: { inline: [/@patternfly/] } },
      restoreMocks: true,
    },
  };
});
