import type adminApi from "./admin.fr.json";
import en from "./en.json";
import fr from "./fr.json";

export type MessageKey = keyof typeof fr | AdminMessageKey;
export type AdminMessageKey = keyof typeof adminApi;
type CountKey = MessageKey extends infer K ? (K extends `${infer Name}.one` ? Name : never) : never;
type Values = Record<string, string | number>;

const MESSAGES: Record<"fr" | "en", Partial<Record<MessageKey, string>>> = { fr: { ...fr }, en: { ...en } };

/** Adds the texts of the administrators' page, which the managers' page need not load. */
export function addMessages(texts: Record<"fr" | "en", Record<AdminMessageKey, string>>) {
  Object.assign(MESSAGES.fr, texts.fr);
  Object.assign(MESSAGES.en, texts.en);
}

/** Plain "en" names no country: use day before month. */
const EUROPEAN_ENGLISH = "en-GB";

const SHORT = { day: "2-digit", month: "2-digit", year: "numeric" } as const;

/** Texts, days and lists in the person's language, times in the realm's time zone. */
export class I18n {
  readonly language: "fr" | "en";
  private readonly locale: string;
  private readonly plural: Intl.PluralRules;

  constructor(
    locale: string,
    private readonly timeZone = "Europe/Paris",
  ) {
    this.language = locale.toLowerCase().startsWith("fr") ? "fr" : "en";
    this.locale = locale === "en" ? EUROPEAN_ENGLISH : locale;
    this.plural = new Intl.PluralRules(this.language);
  }

  t(key: MessageKey, values: Values = {}) {
    return (MESSAGES[this.language][key] ?? key).replace(/\{(\w+)\}/g, (hole, name: string) =>
      String(values[name] ?? hole),
    );
  }

  /** A sentence about a number, which stands in it as {n}. */
  count(key: CountKey, n: number, values: Values = {}) {
    const one = this.plural.select(n) === "one";
    return this.t(`${key}.${one ? "one" : "other"}` as MessageKey, { ...values, n: this.number(n) });
  }

  number(n: number) {
    return new Intl.NumberFormat(this.locale).format(n);
  }

  list(parts: string[]) {
    return new Intl.ListFormat(this.language, { type: "conjunction" }).format(parts);
  }

  /** "22 janvier 2027" */
  day(day: string) {
    return this.ofDay(day, { dateStyle: "long" });
  }

  /** "vendredi 22 janvier 2027" */
  weekday(day: string) {
    return this.ofDay(day, { dateStyle: "full" });
  }

  /** "22/01/2027" */
  shortDay(day: string) {
    return day && this.ofDay(day, SHORT);
  }

  /** The day that a text means, as yyyy-MM-dd; empty if the text is not a day. */
  readDay(text: string) {
    const numbers = text.trim().match(/\d+/g) ?? [];
    const iso = numbers[0]?.length === 4;
    const order = new Intl.DateTimeFormat(this.locale, SHORT)
      .formatToParts()
      .map(({ type }) => type)
      .filter((type) => type !== "literal");
    const part = (type: "day" | "month" | "year") =>
      numbers[iso ? ["year", "month", "day"].indexOf(type) : order.indexOf(type)]?.padStart(2, "0") ?? "";
    const day = `${part("year")}-${part("month")}-${part("day")}`;
    const real = numbers.length === 3 && !Number.isNaN(Date.parse(day)) && this.isoOf(Date.parse(day)) === day;
    return real ? day : "";
  }

  /** "24 novembre 2026 à 10:45" */
  moment(instant: string) {
    return new Intl.DateTimeFormat(this.locale, {
      dateStyle: "long",
      timeStyle: "short",
      timeZone: this.timeZone,
    }).format(new Date(instant));
  }

  /** "aujourd’hui", "demain", "dans 3 jours" */
  fromToday(day: string) {
    const days = Math.round((Date.parse(day) - Date.parse(this.today())) / 86_400_000);
    return new Intl.RelativeTimeFormat(this.language, { numeric: "auto" }).format(days, "day").replace("'", "’");
  }

  /** "2 minutes", "3 heures" */
  duration(seconds: number) {
    const steps = [
      ["day", 86_400],
      ["hour", 3_600],
      ["minute", 60],
      ["second", 1],
    ] as const;
    const [unit, length] = steps.find(([, least]) => seconds >= least) ?? ["second", 1];
    return new Intl.NumberFormat(this.locale, { style: "unit", unit, unitDisplay: "long" }).format(
      Math.floor(seconds / length),
    );
  }

  today(now = new Date()) {
    return new Intl.DateTimeFormat("en-CA", { timeZone: this.timeZone }).format(now);
  }

  daysFromToday(days: number) {
    return this.isoOf(Date.parse(this.today()) + days * 86_400_000);
  }

  dayBefore(day: string) {
    return this.isoOf(Date.parse(day) - 86_400_000);
  }

  private isoOf(milliseconds: number) {
    return new Date(milliseconds).toISOString().slice(0, 10);
  }

  private ofDay(day: string, style: Intl.DateTimeFormatOptions) {
    return new Intl.DateTimeFormat(this.locale, { ...style, timeZone: "UTC" }).format(new Date(day));
  }
}
