import postcss from "postcss";
import { describe, expect, it } from "vitest";
import { confine } from "../build/confine";

const confined = (css: string, from: string) =>
  postcss([confine("relais-groups")])
    .process(css, { from })
    .css.replace(/\s+/g, "");

describe("our styles", () => {
  it("reach our own element only", () => {
    expect(confined("h2 { margin: 0 }", "src/page.css")).toBe("@scope(relais-groups){h2{margin:0}}");
  });

  it("give way to the console's where they are PatternFly's", () => {
    expect(confined(".pf-v5-c-x { margin: 0 }", "node_modules/pf/x.css")).toContain("@layerrelais-patternfly{");
  });

  it("still hear of the dark theme of the document", () => {
    expect(confined(":where(.pf-v5-theme-dark) .x { margin: 0 }", "a.css")).toContain(
      ":where(.pf-v5-theme-dark):where(:scope).x",
    );
  });
});
