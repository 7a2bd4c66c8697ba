// Makes src/api/schema.ts, the types of the REST API, from its OpenAPI document.
import { readFileSync, writeFileSync } from "node:fs";
import { URL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const DOCUMENT = new URL("../../../docs/reference/openapi.json", import.meta.url);
const TYPES = new URL("../src/api/schema.ts", import.meta.url);

/**
 * The document does not say which fields are always present: all are, except these. Keycloak omits a field without a value
 * from its responses, and accepts it absent or null in requests.
 */
const MAY_BE_ABSENT = {
  Access: ["endsOn"],
  Administrator: ["impersonator"],
  Application: ["delivery", "note"],
  ChangeSet: ["addGroup", "endsOn", "reason"],
  Delivery: ["waiting", "doneAt", "retryAt"],
  Directory: ["startedAt", "endedAt", "ageSeconds"],
  ErrorView: ["field", "params", "code"],
  FoundPerson: ["function", "membership", "nameDeclared"],
  Grant: [
    "groupName",
    "uai",
    "userId",
    "personName",
    "identifier",
    "claimedBy",
    "reason",
    "grantedBy",
    "endCause",
    "endedBy",
    "endedAt",
    "personUsername",
    "personNameDeclared",
  ],
  GrantChangedLine: ["grant"],
  GrantImport: ["refusedCsv"],
  GrantImportLine: ["grantId"],
  GrantPatch: ["endsOn", "reason"],
  GrantSearch: ["school", "profile", "person", "grantedBy", "endingBefore"],
  GrantsChanged: ["next"],
  GrantsToChange: ["ids", "search", "cursor", "dryRun", "endsOn", "reason"],
  Group: ["description", "rules", "together", "mayDelegate"],
  JournalEntry: ["actor", "groupId", "groupName", "grantId", "person"],
  Mails: ["since", "lastError"],
  Manager: ["name", "endsOn", "username", "nameDeclared"],
  Me: ["impersonator", "nameDeclared"],
  Member: ["person", "identifier", "grant"],
  Membership: ["endsOn"],
  Newcomer: ["userId", "identifier"],
  Person: ["function", "nameDeclared"],
  ProfileApplication: ["exists"],
  ProfileDraft: ["id"],
  Reconciliation: ["startedAt", "finishedAt", "error"],
  Record: ["startedAt", "endedAt"],
  Ref: ["name", "impersonator", "username", "nameDeclared"],
  School: ["type"],
  SchoolEntry: ["type"],
  SchoolImport: ["startedBy", "finishedAt"],
  SchoolPlan: ["started"],
  Target: ["oldest", "nextAt", "error", "reconciliation"],
  TargetTest: ["version"],
  WaitingPerson: ["username", "error"],
};

const document = JSON.parse(readFileSync(DOCUMENT, "utf8"));
const { schemas } = document.components;

for (const [name, { properties = {} }] of Object.entries(schemas)) {
  const absent = MAY_BE_ABSENT[name] ?? (name.startsWith("Page") ? ["next"] : []);
  for (const field of absent) {
    if (!(field in properties)) {
      throw new Error(`${name}.${field} is no longer in the OpenAPI document: correct build/apiTypes.js`);
    }
    properties[field] = { oneOf: [properties[field], { type: "null" }] };
  }
  schemas[name].required = Object.keys(properties).filter((field) => !absent.includes(field));
}
const unknown = Object.keys(MAY_BE_ABSENT).filter((name) => !(name in schemas));
if (unknown.length > 0) {
  throw new Error(`${unknown.join(", ")}: no longer in the OpenAPI document; correct build/apiTypes.js`);
}

writeFileSync(TYPES, astToString(await openapiTS(document)));
