import type { ChangeSet, GroupRules, Problem, SiblingGroup } from "../../api/types";

export interface Addition {
  /** The id of an account, or what a person without one is awaited under. */
  subject: string;
  pending: boolean;
  name: string;
  detail: string;
  problem?: string;
}

export interface Copied {
  id: string;
  name: string;
  members: number;
  problem?: string;
}

export interface Removal {
  grantId: string;
  name: string;
  problem?: string;
}

export interface FieldProblems {
  endsOn?: string;
  reason?: string;
  together?: string;
  /** What stands at no line and no field. */
  other?: string;
}

/** What is to be changed in a group, in one act; nothing of it is done yet. */
export interface Basket {
  additions: Addition[];
  copied: Copied | null;
  removals: Removal[];
  endsOn: string;
  reason: string;
  /** Suffixes of the groups in which the same is done. */
  together: string[];
  problems: FieldProblems;
  /** Names this content: sent twice, it is done once. */
  key: string;
}

export function emptyBasket(rules: GroupRules, together: SiblingGroup[]): Basket {
  return {
    additions: [],
    copied: null,
    removals: [],
    endsOn: rules.suggestedEnd,
    reason: "",
    together: together.map((sibling) => sibling.suffix),
    problems: {},
    key: freshKey(),
  };
}

export function sizeOf(basket: Basket) {
  return basket.additions.length + basket.removals.length + (basket.copied ? 1 : 0);
}

export function adds(basket: Basket) {
  return basket.additions.length > 0 || basket.copied !== null;
}

export function hasProblems(basket: Basket) {
  return (
    Object.values(basket.problems).some(Boolean) ||
    [...basket.additions, ...basket.removals, basket.copied].some((line) => line?.problem)
  );
}

/** The basket with other content. */
export function changed(basket: Basket, content: Partial<Omit<Basket, "key" | "problems">>): Basket {
  const solved = { endsOn: undefined, reason: undefined, together: undefined };
  const problems = Object.fromEntries(
    Object.entries(basket.problems).filter(([field]) => field in solved && !(field in content)),
  );
  return { ...basket, ...content, problems, key: freshKey() };
}

export function toChangeSet(basket: Basket): ChangeSet {
  return {
    add: basket.additions.map(({ subject, pending }) => (pending ? { identifier: subject } : { userId: subject })),
    addGroup: basket.copied?.id,
    remove: basket.removals.map((removal) => removal.grantId),
    endsOn: adds(basket) ? basket.endsOn : undefined,
    reason: adds(basket) && basket.reason.trim() ? basket.reason.trim() : undefined,
    together: basket.together,
  };
}

/** The basket with each problem on the line or field it is about. */
export function withProblems(basket: Basket, problems: Problem[]): Basket {
  const of = (matches: (field: string) => boolean) =>
    problems
      .filter((problem) => matches(problem.field ?? ""))
      .map((problem) => problem.errorMessage)
      .join(" ") || undefined;
  const line = (list: string, index: number) => of((field) => new RegExp(`^${list}\\[${String(index)}\\]`).test(field));
  const known = /^(add\[|remove\[|addGroup|endsOn|reason|together)/;
  return {
    ...basket,
    additions: basket.additions.map((one, i) => ({ ...one, problem: line("add", i) })),
    removals: basket.removals.map((one, i) => ({ ...one, problem: line("remove", i) })),
    copied: basket.copied && { ...basket.copied, problem: of((field) => field === "addGroup") },
    problems: {
      endsOn: of((field) => field === "endsOn"),
      reason: of((field) => field === "reason"),
      together: of((field) => field.startsWith("together")),
      other: of((field) => !known.test(field)),
    },
  };
}

function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
