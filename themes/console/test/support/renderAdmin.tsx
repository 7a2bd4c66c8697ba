import { render } from "@testing-library/react";
import { vi } from "vitest";
import type { Administrator, ProfileEntry, SchoolEntry, SchoolPlan, Status, Target } from "../../src/api/types";
import { App } from "../../src/admin/App";
import en from "../../src/messages/admin.en.json";
import fr from "../../src/messages/admin.fr.json";
import { addMessages } from "../../src/messages/i18n";
import { aGrant, aGroup, aMember, aPerson } from "./fixtures";
import { aContext, fakeFetch, type ReceivedRequest, type Server } from "./renderApp";

export const anAdministrator = (): Administrator => ({
  id: "admin",
  username: "admin.academie",
  mayManage: true,
  mayConfigure: true,
  configured: true,
  timeZone: "Europe/Paris",
  locale: "fr",
  limits: { linesPerChange: 200, shortestQuery: 3, longestQuery: 100 },
  readOnly: false,
});

export const aProfile = (): ProfileEntry => ({
  componentId: "c-aes",
  suffix: "AES",
  labelFr: "AESH",
  labelEn: "Assistants",
  population: "MIXED",
  managedBy: ["DIR"],
  together: [],
  applications: [
    { clientId: "pronote-{uai}", perSchool: true },
    { clientId: "cantine", perSchool: false, exists: false },
  ],
  groups: 3,
  lacking: 1,
});

export const aSchoolEntry = (): SchoolEntry => ({
  id: "s1",
  uai: "0359001U",
  name: "Collège des Bruyères",
  type: "CLG",
  closed: false,
  groups: 10,
  lacking: 2,
  heads: { count: 1, people: [{ id: "head", name: "Nolwenn Le Goff" }] },
});

export const aPlan = (): SchoolPlan => ({
  dryRun: true,
  lines: 2,
  created: 1,
  changed: 0,
  unchanged: 0,
  closed: 0,
  groups: 10,
  refused: 1,
  warned: 0,
  steps: [{ line: 2, uai: "0359004X", name: "Lycée neuf", outcome: "CREATED", changed: [], groups: 10 }],
  refusedLines: [{ line: 3, subject: "035", error: { errorMessage: "« 035 » n’est pas une UAI." } }],
  warnings: [],
  started: null,
});

export const aTarget = (): Target => ({
  id: "t1",
  name: "Moodle",
  kind: "relais-moodle",
  clients: ["moodle"],
  waiting: 2,
  failed: 1,
  oldest: "2026-11-24T08:00:00Z",
  nextAt: "2026-11-24T09:00:00Z",
  error: { errorMessage: "L’application ne répond pas." },
  reconciliation: null,
});

export const aStatus = (): Status => ({
  version: "0.1.0",
  keycloakVersion: "26.7.3",
  configured: true,
  mayManage: true,
  mayConfigure: true,
  schoolsRoot: "etablissements",
  timeZone: "Europe/Paris",
  gate: { installed: true, observes: true },
  record: { followed: true, startedAt: null, endedAt: null, examined: 0 },
  directory: { startedAt: null, endedAt: null, compared: 0, written: 0, ageSeconds: 7_300 },
  profiles: [],
  mails: { server: true, waiting: 0, since: null, lastError: null, givenUp: 0 },
  warnings: [{ errorMessage: "Trois établissements n’ont pas de chef." }],
});

const page = (...items: unknown[]) => ({ items, next: null });

/** What the server of an administrator answers; a test changes a line. */
export const anAdminServer = (): Server => ({
  "GET me": () => [200, anAdministrator()],
  "GET grants": () => [200, page(aGrant(), aGrant("Soizic Le Dantec"))],
  "GET grants/g": () => [200, { ...aGrant(), id: "g" }],
  "GET grants/g/journal": () => [
    200,
    page({
      id: "1",
      at: "2026-11-01T08:00:00Z",
      actor: null,
      action: "GIVEN",
      person: { id: "p", name: "Maël Kerbrat" },
      details: { endsOn: "2027-01-22" },
    }),
  ],
  "GET groups": () => [200, page(aGroup())],
  "GET groups/g1": () => [200, aGroup()],
  "GET groups/g1/members": () => [200, page(aMember())],
  "GET people": () => [200, page(aPerson())],
  "GET people/types": () => [200, page()],
  "GET profiles": () => [200, [aProfile()]],
  "GET schools": () => [200, page(aSchoolEntry())],
  "GET schools/imports": () => [200, []],
  "GET deliveries": () => [200, [aTarget()]],
  "GET journal": () => [
    200,
    page({
      id: "1",
      at: "2026-11-01T08:00:00Z",
      actor: { id: "system", name: null },
      action: "ACTIVATED",
      groupId: "g1",
      groupName: "0359001U_AES",
      person: { id: "p", name: "Maël Kerbrat" },
      details: {},
    }),
  ],
  "GET status": () => [200, aStatus()],
});

/** Shows the section at an address of it; the list returned fills with its requests. */
export function renderAdmin(path: string, server = anAdminServer(), context = aContext()) {
  const requests: ReceivedRequest[] = [];
  addMessages({ fr, en });
  vi.stubGlobal("fetch", fakeFetch(server, requests, /^\/admin\/realms\/academie\/(relais\/)?/));
  window.location.hash = `#/academie/relais/${path}`;
  return { ...render(<App consoleContext={context} />), requests };
}
