/** The API's own types under the names the pages use. `npm run generate` makes them from its OpenAPI document. */
import type { components } from "./schema";

type Schemas = components["schemas"];

/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** The cursor of the next page; absent at the end. */
  next?: string | null;
}

export type Access = Schemas["Access"];
export type Administrator = Schemas["Administrator"];
export type Application = Schemas["Application"];
export type ChangeResult = Schemas["ChangeResult"];
export type ChangeSet = Schemas["ChangeSet"];
export type Confirmation = Schemas["Confirmation"];
export type DelegationRequest = Schemas["DelegationRequest"];
export type Delivery = Schemas["Delivery"];
export type Directory = Schemas["Directory"];
export type FileLine = Schemas["FileLine"];
export type Gate = Schemas["Gate"];
export type Grant = Schemas["Grant"];
export type GrantChangedLine = Schemas["GrantChangedLine"];
export type GrantImport = Schemas["GrantImport"];
export type GrantImportLine = Schemas["GrantImportLine"];
export type GrantPatch = Schemas["GrantPatch"];
export type GrantSearch = Schemas["GrantSearch"];
export type GrantsChanged = Schemas["GrantsChanged"];
export type GrantStatus = Grant["status"];
export type GrantsToChange = Schemas["GrantsToChange"];
export type Group = Schemas["Group"];
export type GroupRules = Schemas["GroupRules"];
export type Mails = Schemas["Mails"];
export type Manager = Schemas["Manager"];
export type Me = Schemas["Me"];
export type Member = Schemas["Member"];
export type OfficialRecord = Schemas["Record"];
export type Origin = Member["origin"];
export type Person = Schemas["FoundPerson"];
export type PersonType = Schemas["PersonType"];
/** Keycloak's own form of an error, with a stable code beside it. */
export type Problem = Schemas["ErrorView"];
export type ProfileApplication = Schemas["ProfileApplication"];
export type ProfileDraft = Schemas["ProfileDraft"];
export type ProfileEntry = Schemas["ProfileEntry"];
export type ProfilePreview = Schemas["ProfilePreview"];
export type Ref = Schemas["Ref"];
export type School = Schemas["School"];
export type SchoolEntry = Schemas["SchoolEntry"];
export type SchoolImport = Schemas["SchoolImport"];
export type SchoolPlan = Schemas["SchoolPlan"];
export type SchoolChange = Schemas["SchoolStep"];
export type Setup = Schemas["Setup"];
export type SiblingGroup = Schemas["SiblingGroup"];
export type Status = Schemas["Status"];
export type Target = Schemas["Target"];
export type TargetTest = Schemas["TargetTest"];
export type WaitingPerson = Schemas["WaitingPerson"];

/** A group requested by itself: lists leave these fields out. */
export type GroupDetails = Group & { [Field in "rules" | "together" | "mayDelegate"]-?: NonNullable<Group[Field]> };

/** The document does not describe the details, and a newer server may know more actions. */
export type JournalEntry = Omit<Schemas["JournalEntry"], "action" | "details"> & {
  action: string;
  details: Record<string, string>;
};
