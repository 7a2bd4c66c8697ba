/**
 * What the API of the administrators says besides; a test compares it with its description. What is null here may be absent as
 * well: Keycloak leaves it out.
 */
import type { Grant, Limits, Problem, Ref } from "./types";

export interface Administrator {
  id: string;
  username: string;
  mayManage: boolean;
  mayConfigure: boolean;
  /** Whether the realm has profiles. */
  configured: boolean;
  timeZone: string;
  locale: string;
  limits: Limits;
}

export type GrantStatus = "PENDING" | "ACTIVE" | "ENDED";

export interface GrantSearch {
  school?: string;
  profile?: string;
  person?: string;
  grantedBy?: string;
  endingBefore?: string;
}

export interface GrantsToChange {
  ids?: string[];
  endsOn?: string;
  reason?: string;
}

export interface GrantChangedLine {
  grantId: string;
  grant: Grant | null;
  outcome: "DONE" | "POSSIBLE" | "REFUSED";
  errors: Problem[];
}

export interface GrantsChanged {
  done: number;
  refused: number;
  lines: GrantChangedLine[];
  next: string | null;
}

export interface GrantImportLine {
  line: number;
  identifier: string;
  uai: string;
  suffix: string;
  outcome: "GIVEN" | "AWAITED" | "POSSIBLE" | "REFUSED";
  grantId: string | null;
  errors: Problem[];
}

export interface GrantImport {
  dryRun: boolean;
  given: number;
  awaited: number;
  refused: number;
  lines: GrantImportLine[];
  refusedCsv: string | null;
}

export interface ProfileApplication {
  clientId: string;
  perSchool: boolean;
  exists?: boolean;
}

export interface ProfileEntry {
  componentId: string;
  suffix: string;
  labelFr: string;
  labelEn: string;
  population: "OFFICIAL" | "GRANTED" | "MIXED";
  managedBy: string[];
  together: string[];
  applications: ProfileApplication[];
  groups: number;
  lacking: number;
}

export interface ProfileDraft {
  id: string | null;
  name: string;
  config: Record<string, string[]>;
}

export interface ProfilePreview {
  groups: number;
  leavesItsGroups: boolean;
  lacking: number;
  grants: number;
  opens: ProfileApplication[];
  closes: ProfileApplication[];
  guards: ProfileApplication[];
}

export interface SchoolHeads {
  count: number;
  people: Ref[];
}

export interface SchoolEntry {
  id: string;
  uai: string;
  name: string;
  type: string | null;
  closed: boolean;
  groups: number;
  lacking: number;
  heads: SchoolHeads;
}

export interface FileLine {
  line: number;
  subject: string;
  error: Problem;
}

export interface SchoolStep {
  line: number;
  uai: string;
  name: string;
  outcome: "CREATED" | "CHANGED" | "UNCHANGED";
  changed: string[];
  groups: number;
}

export interface SchoolImport {
  id: string;
  startedBy: Ref | null;
  startedAt: string;
  finishedAt: string | null;
  total: number;
  done: number;
  created: number;
  changed: number;
  groups: number;
  failed: FileLine[];
}

export interface SchoolPlan {
  dryRun: boolean;
  lines: number;
  created: number;
  changed: number;
  unchanged: number;
  closed: number;
  groups: number;
  refused: number;
  warned: number;
  steps: SchoolStep[];
  refusedLines: FileLine[];
  warnings: FileLine[];
  started: SchoolImport | null;
}

export interface Reconciliation {
  /** Null while it has only been asked for. */
  startedAt: string | null;
  finishedAt: string | null;
  places: number;
  missing: number;
  surplus: number;
  strangers: number;
  error: Problem | null;
}

export interface Target {
  id: string;
  name: string;
  kind: string;
  clients: string[];
  waiting: number;
  failed: number;
  oldest: string | null;
  nextAt: string | null;
  error: Problem | null;
  reconciliation: Reconciliation | null;
}

export interface TargetTest {
  good: boolean;
  name: string;
  version: string | null;
  problems: Problem[];
}

export interface WaitingPerson {
  userId: string;
  username: string | null;
  requestedAt: string;
  nextAt: string;
  attempts: number;
  error: Problem | null;
}

export interface Gate {
  installed: boolean;
  observes: boolean;
}

export interface OfficialRecord {
  followed: boolean;
  startedAt: string | null;
  endedAt: string | null;
  examined: number;
}

export interface Mails {
  server: boolean;
  waiting: number;
  since: string | null;
  lastError: string | null;
  givenUp: number;
}

export interface Directory {
  startedAt: string | null;
  endedAt: string | null;
  compared: number;
  written: number;
  ageSeconds: number | null;
}

export interface Status {
  version: string;
  keycloakVersion: string;
  schoolsRoot: string;
  timeZone: string;
  gate: Gate;
  record: OfficialRecord;
  directory: Directory;
  mails: Mails;
  warnings: Problem[];
}

export interface Setup {
  created: string[];
  gate: Gate;
  clientScopes: string[];
  themes: string[];
}
