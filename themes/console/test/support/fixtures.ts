import type { Grant, Me, Member, Person, School, SiblingGroup, GroupDetails } from "../../src/api/types";

export const aSchool = (): School => ({
  id: "s1",
  uai: "0359001U",
  name: "Collège des Bruyères",
  type: "CLG",
  closed: false,
});

export const aRules = () => ({ suggestedEnd: "2027-01-22", latestEnd: "2027-08-31", reasonRequired: true });

export const aSibling = (): SiblingGroup => ({
  id: "g-moodle",
  suffix: "eleves-invites",
  label: "Invités Moodle",
  applications: [{ clientId: "moodle", name: "Moodle", note: null }],
});

export const aHead = (): Me => ({
  id: "head",
  username: "nolwenn.legoff",
  name: "Nolwenn Le Goff",
  manager: true,
  schools: [aSchool()],
  timeZone: "Europe/Paris",
  locale: "fr",
  limits: { linesPerChange: 200, shortestQuery: 3, longestQuery: 100 },
  readOnly: false,
});

export const aGroup = (): GroupDetails => ({
  id: "g1",
  name: "0359001U_AES",
  label: "AESH",
  description: "AESH du Collège des Bruyères",
  school: aSchool(),
  profile: "AES",
  population: "MIXED",
  editable: true,
  counts: { official: 1, granted: 1, pending: 0 },
  applications: [{ clientId: "pronote-0359001U", name: "PRONOTE", note: "Pensez à créer la personne dans PRONOTE." }],
  managers: [],
  rules: aRules(),
  together: [aSibling()],
  mayDelegate: true,
});

export const aPerson = (name = "Hélène Guéguen"): Person => ({
  id: `id of ${name}`,
  username: name.toLowerCase().replace(" ", "."),
  name,
  function: "AES",
  schools: [],
  membership: null,
});

export const aGrant = (name = "Maël Kerbrat"): Grant => ({
  id: `grant of ${name}`,
  groupId: "g1",
  groupName: "0359001U_AES",
  uai: "0359001U",
  userId: `id of ${name}`,
  personName: name,
  identifier: null,
  status: "ACTIVE",
  startsOn: "2026-11-01",
  endsOn: "2027-01-22",
  reason: "Remplacement",
  grantedBy: { id: "head", name: "Nolwenn Le Goff" },
  grantedAt: "2026-11-01T08:00:00Z",
});

export const aMember = (name = "Maël Kerbrat"): Member => ({
  person: aPerson(name),
  origin: "GRANTED",
  grant: aGrant(name),
});
