import type { HealthCheck } from "./model.ts";
import type { Directive, Word } from "./tokens.ts";

/** How often a server is asked that says nothing of it, in seconds. */
const USUAL = 2;

/** What HAProxy asks the servers of a section for, before the servers say where and how often. */
export type Asked = Omit<HealthCheck, "seconds">;

/** What words say of a server: of one said twice the last counts. */
interface ServerWords {
  readonly isChecked: boolean | undefined;
  readonly inter: string | undefined;
  /** True where another port or address is asked, or none. */
  readonly elsewhere: boolean;
}

/** What a section says of health checks. */
export interface CheckSettings {
  /** True for a section that takes `option httpchk` back. */
  readonly off: boolean;
  readonly option: Directive | undefined;
  /** True where it has lines `http-check`. */
  readonly hasSteps: boolean;
  /** Those of its steps that send something: none, the only one, or more. */
  readonly sending: Directive | "several" | undefined;
  /** What `default-server` says. */
  readonly usual: ServerWords;
}

const SILENT: ServerWords = { isChecked: undefined, inter: undefined, elsewhere: false };
export const NO_CHECKS: CheckSettings = {
  ...{ off: false, option: undefined, hasSteps: false, sending: undefined, usual: SILENT },
};

/** Steps that only look at the answer. */
const WITHOUT_REQUEST = new Set(["expect", "disable-on-404", "send-state", "comment"]);

/** Read once for each section, because any number of backends may follow one with defaults. */
export function checkSettingsOf(block: readonly Directive[]): CheckSettings {
  const named = (each: string) => block.filter(({ name }) => name.text === each);
  const steps = named("http-check");
  const [sending, another] = steps.filter(({ args }) => !WITHOUT_REQUEST.has(args[0]?.text ?? ""));
  return {
    off: named("no").some(({ args }) => args[1]?.text === "httpchk"),
    option: named("option").findLast(({ args }) => args[0]?.text === "httpchk"),
    hasSteps: steps.length > 0,
    sending: another ? "several" : sending,
    usual: named("default-server").map(serverWords).reduce(over, SILENT),
  };
}

function serverWords({ args }: Directive): ServerWords {
  const words = args.map(({ text }) => text);
  const [check, not, inter] = ["check", "no-check", "inter"].map((word) => words.lastIndexOf(word));
  return {
    isChecked: check === not ? undefined : (check ?? -1) > (not ?? -1),
    inter: inter === undefined || inter < 0 ? undefined : words[inter + 1],
    elsewhere: ["port", "addr", "disabled"].some((word) => words.includes(word)),
  };
}

/** What two lines say, where the second counts more. */
function over(first: ServerWords, second: ServerWords): ServerWords {
  return {
    isChecked: second.isChecked ?? first.isChecked,
    inter: second.inter ?? first.inter,
    elsewhere: first.elsewhere || second.elsewhere,
  };
}

/**
 * The HTTP request of the health checks in a section; none where they ask for nothing over HTTP, or in several steps, or
 * with headers of their own: a cookie may be among them.
 *
 * Source: HAProxy's configuration manual, "option httpchk", "http-check send", 2.6.
 */
export function askedIn(own: CheckSettings, defaults: CheckSettings): Asked | undefined {
  const option = own.option ?? defaults.option;
  const { sending: send } = own.hasSteps ? own : defaults;
  if (!option || own.off || defaults.off || send === "several") return undefined;
  if (send && send.args[0]?.text !== "send") return undefined;
  const [, ...words] = option.args;
  const written = [...(send?.args ?? []), ...words.slice(2)];
  if (written.some(({ text }) => /cookie/i.test(text)) || (send && valueAfter(send, "uri-lf"))) return undefined;
  // One word is the path; of several the first is the method.
  const [method, path] = words.length === 1 ? [undefined, words[0]] : words;
  const uri = (send && valueAfter(send, "uri")) ?? path;
  if (!uri) return undefined;
  const sent = send && valueAfter(send, "meth")?.text;
  return { method: sent ?? method?.text ?? "OPTIONS", path: uri.text, at: uri.at };
}

/** The check of one server of a section; undefined where it has none, or another port or address is asked. */
export function checkOf(server: Directive, asked: Asked | undefined, own: CheckSettings, defaults: CheckSettings) {
  if (!asked) return undefined;
  const { isChecked, inter, elsewhere } = over(over(defaults.usual, own.usual), serverWords(server));
  const seconds = inter === undefined ? USUAL : secondsOf(inter);
  return !isChecked || elsewhere || seconds === undefined ? undefined : { ...asked, seconds };
}

const UNITS: Readonly<Record<string, number>> = { us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600, d: 86_400 };

/** Without a unit, milliseconds. */
function secondsOf(written: string): number | undefined {
  const [, number, unit = "ms"] = /^(\d{1,9})(us|ms|s|m|h|d)?$/.exec(written) ?? [];
  return number === undefined ? undefined : Number(number) * (UNITS[unit] ?? Number.NaN);
}

function valueAfter({ args }: Directive, name: string): Word | undefined {
  const place = args.findIndex(({ text }) => text === name);
  return place < 0 ? undefined : args[place + 1];
}
