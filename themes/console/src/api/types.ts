/**
 * What the API says and is told, as its description names it; a test compares the two. What is optional here is not said by
 * every server.
 */

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface School {
  id: string;
  uai: string;
  name: string;
  type: string | null;
}

export interface Limits {
  linesPerChange: number;
  shortestQuery: number;
  longestQuery: number;
}

export interface Me {
  id: string;
  username: string;
  name: string;
  manager: boolean;
  schools: School[];
  timeZone: string;
  locale: string;
  limits: Limits;
}

export interface Delivery {
  state: "WAITING" | "DONE" | "FAILING";
  text: string;
}

export interface Application {
  clientId: string;
  name: string;
  /** What else people have to do for this application. */
  note?: string | null;
  /** How far an application that has to be told has been told. */
  delivery?: Delivery | null;
}

export interface Manager {
  id: string;
  type: "USER" | "GROUP";
  principalId: string;
  name: string | null;
  byProfile: boolean;
  endsOn: string | null;
}

export interface GroupCounts {
  official: number;
  granted: number;
  pending: number;
}

export interface GroupRules {
  suggestedEnd: string;
  latestEnd: string;
  reasonRequired: boolean;
}

export interface SiblingGroup {
  id: string;
  suffix: string;
  label: string;
  applications: Application[];
}

export interface Group {
  id: string;
  name: string;
  label: string;
  description?: string;
  school: School;
  profile: string;
  population: "OFFICIAL" | "GRANTED" | "MIXED";
  editable: boolean;
  counts: GroupCounts;
  applications: Application[];
  managers: Manager[];
}

/** One group, asked for by itself. */
export interface WholeGroup extends Group {
  rules: GroupRules;
  together: SiblingGroup[];
  mayDelegate: boolean;
}

export type Origin = "OFFICIAL" | "GRANTED" | "PENDING";

export interface Membership {
  origin: Origin;
  endsOn: string | null;
}

export interface Person {
  id: string;
  username: string;
  name: string;
  function: string | null;
  schools: string[];
  /** How the person stands in the group that was named in the search. */
  membership?: Membership | null;
}

export interface PersonType {
  id: string;
  label: string;
}

export interface Ref {
  id: string;
  name: string | null;
}

export interface Grant {
  id: string;
  groupId: string;
  groupName: string | null;
  uai: string | null;
  userId: string | null;
  personName: string | null;
  identifier: string | null;
  status: "PENDING" | "ACTIVE" | "ENDED";
  startsOn: string;
  endsOn: string;
  reason: string | null;
  grantedBy: Ref | null;
  grantedAt: string;
  /** Why it is over. */
  endCause?: string | null;
  endedBy?: Ref | null;
  endedAt?: string | null;
}

export interface Member {
  person?: Person;
  identifier?: string;
  origin: Origin;
  grant?: Grant;
}

export interface JournalEntry {
  id: string;
  at: string;
  actor: Ref | null;
  action: string;
  groupId?: string | null;
  groupName?: string | null;
  grantId?: string | null;
  person: Ref | null;
  details: Record<string, string>;
}

export interface Access {
  group: string;
  label: string;
  school: School;
  origin: "OFFICIAL" | "GRANTED";
  endsOn: string | null;
  applications: Application[];
}

export interface Newcomer {
  userId?: string;
  identifier?: string;
}

export interface ChangeSet {
  add: Newcomer[];
  addGroup?: string;
  remove: string[];
  endsOn?: string;
  reason?: string;
  together: string[];
}

export interface ChangeResult {
  granted: Grant[];
  ended: Grant[];
}

export interface DelegationRequest {
  type: "USER" | "GROUP";
  principalId: string;
  endsOn: string;
}

/** Keycloak's own form of an error, with a stable code beside it. */
export interface Problem {
  errorMessage: string;
  field?: string;
  params?: string[];
  code?: string;
}
