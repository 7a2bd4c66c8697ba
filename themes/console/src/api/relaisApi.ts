import { type ApiClient, pathSegment } from "./client";
import type {
  Access,
  ChangeResult,
  ChangeSet,
  Confirmation,
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
  GroupDetails,
} from "./types";

export interface PeopleQuery {
  q: string;
  /** A UAI, `mine` or `all`. */
  school: string;
  type: string;
  group?: string;
  cursor?: string;
}

/** The server lists at most this many on one page. */
const MAX_PAGE_SIZE = 100;

/** The API as managers and administrators both call it, each at their own address. */
export class RelaisApi {
  constructor(protected readonly client: ApiClient) {}

  me(signal?: AbortSignal) {
    return this.client<Me>("me", { signal });
  }

  groups(filter: { school?: string; q?: string; first?: string; max?: number }, signal?: AbortSignal) {
    return this.client<Page<Group>>("groups", { query: filter, signal });
  }

  /** The groups that can be selected beside a group. */
  offeredBeside(_: Group, signal?: AbortSignal) {
    return this.groups({ max: MAX_PAGE_SIZE }, signal);
  }

  group(id: string, signal?: AbortSignal) {
    return this.client<GroupDetails>(`groups/${pathSegment(id)}`, { signal });
  }

  members(id: string, filter: { origin?: Origin; q?: string; cursor?: string }, signal?: AbortSignal) {
    return this.client<Page<Member>>(`groups/${pathSegment(id)}/members`, { query: filter, signal });
  }

  journal(id: string, cursor?: string, signal?: AbortSignal) {
    return this.client<Page<JournalEntry>>(`groups/${pathSegment(id)}/journal`, { query: { cursor }, signal });
  }

  /** The same key twice is one change, even if the response was lost. */
  change(id: string, body: ChangeSet, idempotencyKey: string) {
    return this.client<ChangeResult>(`groups/${pathSegment(id)}/changes`, { method: "POST", body, idempotencyKey });
  }

  people(query: PeopleQuery, signal?: AbortSignal) {
    return this.client<Page<Person>>("people", { query: { ...query }, signal });
  }

  peopleTypes(signal?: AbortSignal) {
    return this.client<Page<PersonType>>("people/types", { signal });
  }

  /** Soonest first, pending grants included. */
  grantsEndingBefore(day: string, cursor?: string, signal?: AbortSignal) {
    return this.client<Page<Grant>>("grants", { query: { endingBefore: day, cursor }, signal });
  }

  changeGrant(id: string, body: GrantPatch) {
    return this.client<Grant>(`grants/${pathSegment(id)}`, { method: "PATCH", body });
  }

  /** Gives a pending grant to the account that now has its name. */
  confirmGrant(id: string, body: Confirmation) {
    return this.client<Grant>(`grants/${pathSegment(id)}/confirm`, { method: "POST", body });
  }

  endGrant(id: string) {
    return this.client<Grant>(`grants/${pathSegment(id)}`, { method: "DELETE" });
  }

  managers(id: string, signal?: AbortSignal) {
    return this.client<Manager[]>(`groups/${pathSegment(id)}/managers`, { signal });
  }

  delegate(id: string, body: DelegationRequest) {
    return this.client<Manager>(`groups/${pathSegment(id)}/managers`, { method: "POST", body });
  }

  withdraw(id: string, managerId: string) {
    return this.client<undefined>(`groups/${pathSegment(id)}/managers/${pathSegment(managerId)}`, { method: "DELETE" });
  }

  confirmDelegation(id: string, managerId: string) {
    return this.client<Manager>(`groups/${pathSegment(id)}/managers/${pathSegment(managerId)}/confirm`, {
      method: "POST",
    });
  }

  myAccess(signal?: AbortSignal) {
    return this.client<Access[]>("my-access", { signal });
  }
}
