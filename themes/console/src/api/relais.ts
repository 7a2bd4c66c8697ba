import { type Call, segment } from "./client";
import type {
  Access,
  ChangeResult,
  ChangeSet,
  DelegationRequest,
  Grant,
  GrantPatch,
  Group,
  JournalEntry,
  Manager,
  Me,
  Member,
  Origin,
  Page,
  Person,
  PersonType,
  WholeGroup,
} from "./types";

export interface PeopleQuery {
  q: string;
  /** A UAI, `mine` or `all`. */
  school: string;
  type: string;
  group?: string;
  cursor?: string;
}

/** As many as the server gives at once. */
const MOST = 100;

/** The calls of the API that the pages make: the same for managers and for administrators, each at their own door. */
export class Relais {
  constructor(private readonly call: Call) {}

  me(signal?: AbortSignal) {
    return this.call<Me>("me", { signal });
  }

  groups(filter: { school?: string; q?: string; first?: string; max?: number }, signal?: AbortSignal) {
    return this.call<Page<Group>>("groups", { query: filter, signal });
  }

  /** The groups that something can be taken from, or given to, beside one. */
  offeredBeside(_: Group, signal?: AbortSignal) {
    return this.groups({ max: MOST }, signal);
  }

  group(id: string, signal?: AbortSignal) {
    return this.call<WholeGroup>(`groups/${segment(id)}`, { signal });
  }

  members(id: string, filter: { origin?: Origin; q?: string; cursor?: string }, signal?: AbortSignal) {
    return this.call<Page<Member>>(`groups/${segment(id)}/members`, { query: filter, signal });
  }

  journal(id: string, cursor?: string, signal?: AbortSignal) {
    return this.call<Page<JournalEntry>>(`groups/${segment(id)}/journal`, { query: { cursor }, signal });
  }

  /** The same key twice is one change, however often its answer is lost. */
  change(id: string, body: ChangeSet, idempotencyKey: string) {
    return this.call<ChangeResult>(`groups/${segment(id)}/changes`, { method: "POST", body, idempotencyKey });
  }

  people(query: PeopleQuery, signal?: AbortSignal) {
    return this.call<Page<Person>>("people", { query: { ...query }, signal });
  }

  peopleTypes(signal?: AbortSignal) {
    return this.call<Page<PersonType>>("people/types", { signal });
  }

  /** The next first, with those that wait for an account. */
  grantsEndingBefore(day: string, cursor?: string, signal?: AbortSignal) {
    return this.call<Page<Grant>>("grants", { query: { endingBefore: day, cursor }, signal });
  }

  changeGrant(id: string, body: GrantPatch) {
    return this.call<Grant>(`grants/${segment(id)}`, { method: "PATCH", body });
  }

  endGrant(id: string) {
    return this.call<Grant>(`grants/${segment(id)}`, { method: "DELETE" });
  }

  managers(id: string, signal?: AbortSignal) {
    return this.call<Manager[]>(`groups/${segment(id)}/managers`, { signal });
  }

  delegate(id: string, body: DelegationRequest) {
    return this.call<Manager>(`groups/${segment(id)}/managers`, { method: "POST", body });
  }

  withdraw(id: string, managerId: string) {
    return this.call<undefined>(`groups/${segment(id)}/managers/${segment(managerId)}`, { method: "DELETE" });
  }

  myAccess(signal?: AbortSignal) {
    return this.call<Access[]>("my-access", { signal });
  }
}
