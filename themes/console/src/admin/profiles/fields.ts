/** The settings of a profile, as its component keeps them: each a list of values. */
export type Config = Record<string, string[]>;

export const TEXTS = ["suffix", "labelFr", "labelEn"] as const;
export const SUFFIXES = ["managedBy", "together", "regularisedBy"] as const;
export const LISTS = ["clients", "functionCodes"] as const;
export const LIMITS = ["defaultDays", "maxDays", "latestEnd"] as const;
export const FLAGS = ["reasonRequired", "delegatesMayDelegate"] as const;

export type TextName = (typeof TEXTS)[number] | (typeof LIMITS)[number] | "moodleCohort";

/** The settings of a new profile: the server's own defaults. */
export const NEW_PROFILE: Config = {
  suffix: [""],
  population: ["MIXED"],
  defaultDays: ["60"],
  maxDays: ["365"],
  latestEnd: ["08-31"],
  reasonRequired: ["false"],
  delegatesMayDelegate: ["false"],
  moodleCohort: ["{uai}_{suffix}"],
};

/** The values in a text: one per line, or separated by commas. */
export function valuesIn(text: string) {
  return text
    .split(/[\n,;]/)
    .map((value) => value.trim())
    .filter(Boolean);
}

/** The settings to save: without empty values, and with those we do not know as they were. */
export function cleaned(config: Config): Config {
  return Object.fromEntries(
    Object.entries(config)
      .map(([name, values]) => [name, values.map((value) => value.trim()).filter(Boolean)] as const)
      .filter(([, values]) => values.length > 0),
  );
}
