import { type Call, segment } from "./client";
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
import { Relais } from "./relais";

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

/** Whole tables and large files take their time. */
const LONG = 180_000;

const csv = (text: Blob) => ({ method: "POST", file: text, patience: LONG }) as const;

/** The calls that administrators make beyond those of managers, at their own door. */
export class Administration extends Relais {
  /** @param ask below `relais` */
  constructor(
    private readonly ask: Call,
    /** Keycloak's own calls. */
    private readonly keycloak: Call,
  ) {
    super(ask);
  }

  administrator(signal?: AbortSignal) {
    return this.ask<Administrator>("me", { signal });
  }

  /** An administrator may take any: those of the same school are meant. */
  override offeredBeside(group: Group, signal?: AbortSignal) {
    return this.ask<Page<Group>>("groups", { query: { school: group.school.uai }, signal });
  }

  findGroups(q: string, cursor?: string, signal?: AbortSignal) {
    return this.ask<Page<Group>>("groups", { query: { q, cursor }, signal });
  }

  grants(query: GrantQuery, cursor?: string, signal?: AbortSignal) {
    return this.ask<Page<Grant>>("grants", { query: { ...query, cursor }, signal });
  }

  grant(id: string, signal?: AbortSignal) {
    return this.ask<Grant>(`grants/${segment(id)}`, { signal });
  }

  grantJournal(id: string, cursor?: string, signal?: AbortSignal) {
    return this.ask<Page<JournalEntry>>(`grants/${segment(id)}/journal`, { query: { cursor }, signal });
  }

  grantsAsCsv(query: GrantQuery) {
    return this.ask<string>("grants.csv", { query: { ...query }, text: true, patience: LONG });
  }

  endGrants(body: GrantsToChange) {
    return this.ask<GrantsChanged>("grants/end", { method: "POST", body, patience: LONG });
  }

  renewGrants(body: GrantsToChange) {
    return this.ask<GrantsChanged>("grants/renew", { method: "POST", body, patience: LONG });
  }

  importGrants(file: Blob, dryRun: boolean) {
    return this.ask<GrantImport>("grants/import", { ...csv(file), query: { dryRun: String(dryRun) } });
  }

  realmJournal(query: JournalQuery, cursor?: string, signal?: AbortSignal) {
    return this.ask<Page<JournalEntry>>("journal", { query: { ...query, cursor }, signal });
  }

  journalAsCsv(query: JournalQuery) {
    return this.ask<string>("journal.csv", { query: { ...query }, text: true, patience: LONG });
  }

  profiles(signal?: AbortSignal) {
    return this.ask<ProfileEntry[]>("profiles", { signal });
  }

  previewProfile(draft: ProfileDraft) {
    return this.ask<ProfilePreview>("profiles/preview", { method: "POST", body: draft });
  }

  /** A profile is a component of Keycloak's. */
  profile(id: string, signal?: AbortSignal) {
    return this.keycloak<ProfileComponent>(`components/${segment(id)}`, { signal });
  }

  saveProfile({ id, name, config }: ProfileDraft) {
    const component = { name, config, providerId: "relais-profile", providerType: PROFILE };
    return id
      ? this.keycloak<undefined>(`components/${segment(id)}`, { method: "PUT", body: { ...component, id } })
      : this.keycloak<undefined>("components", { method: "POST", body: component });
  }

  deleteProfile(id: string) {
    return this.keycloak<undefined>(`components/${segment(id)}`, { method: "DELETE" });
  }

  schools(q: string, cursor?: string, signal?: AbortSignal) {
    return this.ask<Page<SchoolEntry>>("schools", { query: { q, cursor }, signal });
  }

  createGroups(uai: string) {
    return this.ask<Group[]>(`schools/${segment(uai)}/groups`, { method: "POST" });
  }

  createAllMissingGroups(dryRun: boolean) {
    return this.ask<SchoolPlan>("schools/missing-groups", {
      method: "POST",
      query: { dryRun: String(dryRun) },
      patience: LONG,
    });
  }

  importSchools(file: Blob, options: { dryRun: boolean; groups: boolean; closeMissing: boolean }) {
    const query = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value)]));
    return this.ask<SchoolPlan>("schools/import", { ...csv(file), query });
  }

  schoolImports(signal?: AbortSignal) {
    return this.ask<SchoolImport[]>("schools/imports", { signal });
  }

  schoolImport(id: string, signal?: AbortSignal) {
    return this.ask<SchoolImport>(`schools/imports/${segment(id)}`, { signal });
  }

  targets(signal?: AbortSignal) {
    return this.ask<Target[]>("deliveries", { signal });
  }

  waiting(id: string, cursor?: string, signal?: AbortSignal) {
    return this.ask<Page<WaitingPerson>>(`deliveries/${segment(id)}`, { query: { cursor }, signal });
  }

  testTarget(id: string) {
    return this.ask<TargetTest>(`deliveries/${segment(id)}/test`, { method: "POST", patience: LONG });
  }

  /** Tries at once whatever waits, or compares all as every night. */
  hurryTarget(id: string, act: "retry" | "reconcile") {
    return this.ask<Target>(`deliveries/${segment(id)}/${act}`, { method: "POST" });
  }

  status(signal?: AbortSignal) {
    return this.ask<Status>("status", { signal });
  }

  reindex() {
    return this.ask<unknown>("people/reindex", { method: "POST" });
  }

  installGate() {
    return this.ask<unknown>("gate", { method: "POST" });
  }

  setUp(themes: boolean) {
    return this.ask<Setup>("setup", { method: "POST", query: { themes: String(themes) }, patience: LONG });
  }
}

export interface ProfileComponent {
  id: string;
  name: string;
  config?: Record<string, string[]>;
}

const PROFILE = "org.relais.keycloak.school.SchoolComponent";
