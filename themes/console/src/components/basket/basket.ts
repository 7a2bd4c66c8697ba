import type { ChangeSet, GroupRules, Problem, SiblingGroup } from "../../api/types";

export interface Addition {
  /** The id of an account, or the identifier under which a person without one is expected. */
  subject: string;
  pending: boolean;
  name: string;
  detail: string;
  problem?: string;
}

export interface CopiedGroup {
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
  /** Problems that belong to no line and no field. */
  other?: string;
}

/** Changes of a group that are sent together when they are confirmed. */
export interface Basket {
  additions: Addition[];
  copied: CopiedGroup | null;
  removals: Removal[];
  endsOn: string;
  reason: string;
  /** Suffixes of the sibling groups in which the same is done. */
  together: string[];
  problems: FieldProblems;
  /** The idempotency key of this content: sent twice, it is done once. */
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

/** The basket with changed content, and so with a new key. */
export function withChanges(basket: Basket, content: Partial<Omit<Basket, "key" | "problems">>): Basket {
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

/** The basket with each problem on the line or field it is about, if that is still as it was sent. */
export function withProblems(basket: Basket, problems: Problem[], sent = basket): Basket {
  const fields = FIELDS.filter((field) => basket[field] === sent[field]);
  const ids = [
    ...basket.additions.map(({ subject }) => subject),
    ...basket.removals.map(({ grantId }) => grantId),
    ...(basket.copied ? [basket.copied.id] : []),
  ];
  const located = problems.map(({ field, errorMessage }) => {
    const subject = FIELDS.find((name) => field?.startsWith(name)) ?? lineOf(sent, field ?? "");
    return { subject: [...fields, ...ids].find((known) => known === subject), errorMessage };
  });
  const at = (wanted: string | undefined) =>
    located
      .filter(({ subject }) => subject === wanted)
      .map(({ errorMessage }) => errorMessage)
      .join(" ") || undefined;
  return {
    ...basket,
    additions: basket.additions.map((one) => ({ ...one, problem: at(one.subject) })),
    removals: basket.removals.map((one) => ({ ...one, problem: at(one.grantId) })),
    copied: basket.copied && { ...basket.copied, problem: at(basket.copied.id) },
    problems: { endsOn: at("endsOn"), reason: at("reason"), together: at("together"), other: at(undefined) },
  };
}

const FIELDS = ["endsOn", "reason", "together"] as const;

/** The line that a problem's field names: `add[2].userId` is the third person added. */
function lineOf(sent: Basket, field: string) {
  const [, list, index] = /^(add|remove)\[(\d+)\]/.exec(field) ?? [];
  if (list === "add") {
    return sent.additions[Number(index)]?.subject;
  }
  return list ? sent.removals[Number(index)]?.grantId : field === "addGroup" ? sent.copied?.id : undefined;
}

/** What was put into the basket after it was sent. */
export function addedSince(basket: Basket, sent: Basket): Basket {
  return withChanges(basket, {
    additions: basket.additions.filter((one) => !sent.additions.some(({ subject }) => subject === one.subject)),
    removals: basket.removals.filter((one) => !sent.removals.some(({ grantId }) => grantId === one.grantId)),
    copied: basket.copied?.id === sent.copied?.id ? null : basket.copied,
  });
}

function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
