import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Maven says where it is; without Maven an earlier build may have left one. */
const { RELAIS_CLASSES } = process.env;
const DESCRIPTION = `${RELAIS_CLASSES ?? "../../target/classes"}/relais-openapi.json`;
const known = RELAIS_CLASSES !== undefined || existsSync(DESCRIPTION);

interface Schema {
  properties?: Record<string, { type?: string }>;
}

/** Said by servers to come. */
const LATER = ["Delivery"];

/** Types that the API describes under another name. */
const NAMES: Record<string, string> = {
  WholeGroup: "Group",
  OfficialRecord: "Record",
  Problem: "",
  Page: "",
};

describe.runIf(known)("the types of the client", () => {
  const { components } = JSON.parse(known ? readFileSync(DESCRIPTION, "utf8") : "{}") as {
    components: { schemas: Record<string, Schema> };
  };
  const declared = ["types.ts", "administrationTypes.ts"].flatMap((file) =>
    ts
      .createSourceFile(file, readFileSync(`src/api/${file}`, "utf8"), ts.ScriptTarget.Latest, true)
      .statements.filter(ts.isInterfaceDeclaration),
  );

  it.each(declared.map((type) => [type.name.text, type] as const))("%s has the fields the API names", (name, type) => {
    const schema = NAMES[name] ?? name;
    if (schema === "" || (LATER.includes(name) && !components.schemas[schema])) {
      return;
    }
    const properties = Object.keys(components.schemas[schema]?.properties ?? {});
    const fields = type.members
      .filter(ts.isPropertySignature)
      .filter((field) => !field.questionToken)
      .map((field) => field.name.getText());
    expect(properties).toEqual(expect.arrayContaining(fields));
  });
});
