import { type ApiClient, pathSegment } from "./client";
import type {
  Administrator,
  Grant,
  GrantImport,
  GrantsChanged,
  GrantSearch,
  GrantStatus,
  GrantsToChange,
  Group,
  JournalEntry,
  Page,
  ProfileDraft,
  ProfileEntry,
  ProfilePreview,
  SchoolEntry,
  SchoolImport,
  SchoolPlan,
  Setup,
  Status,
  Target,
  TargetTest,
  WaitingPerson,
} from "./types";
import { RelaisApi } from "./relaisApi";

export interface GrantQuery extends GrantSearch {
  status?: GrantStatus;
  max?: number;
}

export interface JournalQuery {
  school?: string;
  person?: string;
  actor?: string;
  action?: string;
  from?: string;
  to?: string;
}

/** Exports and large files take longer. */
const LONG_TIMEOUT_MS = 180_000;

const csv = (text: Blob) => ({ method: "POST", file: text, timeout: LONG_TIMEOUT_MS }) as const;

/** The API of administrators: that of managers, and more. */
export class AdminApi extends RelaisApi {
  /** @param client of the API of Relais, below `relais/` */
  constructor(
    client: ApiClient,
    /** Of Keycloak's own Admin API. */
    private readonly keycloak: ApiClient,
  ) {
    super(client);
  }

  administrator(signal?: AbortSignal) {
    return this.client<Administrator>("me", { signal });
  }

  /** Offers the groups of the same school, although an administrator may use any group. */
  override offeredBeside(group: Group, signal?: AbortSignal) {
    return this.client<Page<Group>>("groups", { query: { school: group.school.uai }, signal });
  }

  findGroups(q: string, cursor?: string, signal?: AbortSignal) {
    return this.client<Page<Group>>("groups", { query: { q, cursor }, signal });
  }

  grants(query: GrantQuery, cursor?: string, signal?: AbortSignal) {
    return this.client<Page<Grant>>("grants", { query: { ...query, cursor }, signal });
  }

  grant(id: string, signal?: AbortSignal) {
    return this.client<Grant>(`grants/${pathSegment(id)}`, { signal });
  }

  grantJournal(id: string, cursor?: string, signal?: AbortSignal) {
    return this.client<Page<JournalEntry>>(`grants/${pathSegment(id)}/journal`, { query: { cursor }, signal });
  }

  grantsAsCsv(query: GrantQuery) {
    return this.client<string>("grants.csv", { query: { ...query }, text: true, timeout: LONG_TIMEOUT_MS });
  }

  endGrants(body: GrantsToChange) {
    return this.client<GrantsChanged>("grants/end", { method: "POST", body, timeout: LONG_TIMEOUT_MS });
  }

  renewGrants(body: GrantsToChange) {
    return this.client<GrantsChanged>("grants/renew", { method: "POST", body, timeout: LONG_TIMEOUT_MS });
  }

  importGrants(file: Blob, dryRun: boolean) {
    return this.client<GrantImport>("grants/import", { ...csv(file), query: { dryRun: String(dryRun) } });
  }

  realmJournal(query: JournalQuery, cursor?: string, signal?: AbortSignal) {
    return this.client<Page<JournalEntry>>("journal", { query: { ...query, cursor }, signal });
  }

  journalAsCsv(query: JournalQuery) {
    return this.client<string>("journal.csv", { query: { ...query }, text: true, timeout: LONG_TIMEOUT_MS });
  }

  profiles(signal?: AbortSignal) {
    return this.client<ProfileEntry[]>("profiles", { signal });
  }

  previewProfile(draft: ProfileDraft) {
    return this.client<ProfilePreview>("profiles/preview", { method: "POST", body: draft });
  }

  /** A profile is a Keycloak component. */
  profile(id: string, signal?: AbortSignal) {
    return this.keycloak<ProfileComponent>(`components/${pathSegment(id)}`, { signal });
  }

  saveProfile({ id, name, config }: ProfileDraft) {
    const component = { name, config, providerId: "relais-profile", providerType: PROFILE_PROVIDER_TYPE };
    return id
      ? this.keycloak<undefined>(`components/${pathSegment(id)}`, { method: "PUT", body: { ...component, id } })
      : this.keycloak<undefined>("components", { method: "POST", body: component });
  }

  deleteProfile(id: string) {
    return this.keycloak<undefined>(`components/${pathSegment(id)}`, { method: "DELETE" });
  }

  schools(q: string, cursor?: string, signal?: AbortSignal) {
    return this.client<Page<SchoolEntry>>("schools", { query: { q, cursor }, signal });
  }

  createGroups(uai: string) {
    return this.client<Group[]>(`schools/${pathSegment(uai)}/groups`, { method: "POST" });
  }

  createAllMissingGroups(dryRun: boolean) {
    return this.client<SchoolPlan>("schools/missing-groups", {
      method: "POST",
      query: { dryRun: String(dryRun) },
      timeout: LONG_TIMEOUT_MS,
    });
  }

  importSchools(file: Blob, options: { dryRun: boolean; groups: boolean; closeMissing: boolean }) {
    const query = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value)]));
    return this.client<SchoolPlan>("schools/import", { ...csv(file), query });
  }

  schoolImports(signal?: AbortSignal) {
    return this.client<SchoolImport[]>("schools/imports", { signal });
  }

  schoolImport(id: string, signal?: AbortSignal) {
    return this.client<SchoolImport>(`schools/imports/${pathSegment(id)}`, { signal });
  }

  targets(signal?: AbortSignal) {
    return this.client<Target[]>("deliveries", { signal });
  }

  waiting(id: string, cursor?: string, signal?: AbortSignal) {
    return this.client<Page<WaitingPerson>>(`deliveries/${pathSegment(id)}`, { query: { cursor }, signal });
  }

  testTarget(id: string) {
    return this.client<TargetTest>(`deliveries/${pathSegment(id)}/test`, { method: "POST", timeout: LONG_TIMEOUT_MS });
  }

  /** Retries at once, or starts the nightly reconciliation now. */
  triggerTarget(id: string, action: "retry" | "reconcile") {
    return this.client<Target>(`deliveries/${pathSegment(id)}/${action}`, { method: "POST" });
  }

  status(signal?: AbortSignal) {
    return this.client<Status>("status", { signal });
  }

  reindex() {
    return this.client<unknown>("people/reindex", { method: "POST" });
  }

  installGate() {
    return this.client<unknown>("gate", { method: "POST" });
  }

  setUp(themes: boolean) {
    return this.client<Setup>("setup", { method: "POST", query: { themes: String(themes) }, timeout: LONG_TIMEOUT_MS });
  }
}

export interface ProfileComponent {
  id: string;
  name: string;
  config?: Record<string, string[]>;
}

const PROFILE_PROVIDER_TYPE = "org.relais.keycloak.school.SchoolComponent";
