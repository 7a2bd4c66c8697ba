import type { AtRule, Plugin } from "postcss";

/** What PatternFly sets on the whole document: the dark theme, the writing direction. */
const OF_DOCUMENT = /^(:where\(\.pf-v5-(?:theme-dark|m-dir-rtl)[^)]*\)|\.pf-v5-theme-dark) /;

const EVERYWHERE = new Set(["keyframes", "font-face"]);

/**
 * Confines our styles to our own element. Those of PatternFly also go into a layer: the console has part of them itself, and
 * what the console or an academy's theme says about the same thing wins.
 */
export function confine(element: string): Plugin {
  return {
    postcssPlugin: "confine",
    Once(root, { AtRule: Rule }) {
      const scope: AtRule = new Rule({ name: "scope", params: `(${element})` });
      root.each((node) => {
        if (node.type !== "atrule" || !EVERYWHERE.has(node.name)) {
          scope.append(node.clone());
          node.remove();
        }
      });
      scope.walkRules((rule) => {
        rule.selectors = rule.selectors.map((selector) => selector.replace(OF_DOCUMENT, "$1 :where(:scope) "));
      });
      const foreign = root.source?.input.file?.includes("node_modules") ?? false;
      if (foreign) {
        const layer = new Rule({ name: "layer", params: "relais-patternfly" });
        layer.append(scope);
        root.append(layer);
      } else {
        root.append(scope);
      }
    },
  };
}
