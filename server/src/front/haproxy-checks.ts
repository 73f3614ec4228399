import type { HealthCheck } from "./model.ts";
import type { Directive, Word } from "./tokens.ts";

/** How often a server is asked that says nothing of it, in seconds. */
const USUAL = 2;

/** What HAProxy asks the servers of a section for, before the servers say where and how often. */
export type Asked = Omit<HealthCheck, "seconds">;

/**
 * The HTTP request of the health checks in a section; undefined where they ask for nothing over HTTP, or in several
 * steps, or with headers of their own: a cookie may be among them.
 *
 * Source: HAProxy's configuration manual, "option httpchk", "http-check send", 2.6.
 */
export function askedIn(own: readonly Directive[], defaults: readonly Directive[]): Asked | undefined {
  const isOption = ({ name, args }: Directive) => name.text === "option" && args[0]?.text === "httpchk";
  const isCheck = ({ name }: Directive) => name.text === "http-check";
  if ([...own, ...defaults].some(({ name, args }) => name.text === "no" && args[1]?.text === "httpchk"))
    return undefined;
  const option = own.findLast(isOption) ?? defaults.findLast(isOption);
  if (!option) return undefined;
  const steps = own.some(isCheck) ? own.filter(isCheck) : defaults.filter(isCheck);
  const sent = steps.filter(({ args }) => args[0]?.text !== "expect" && args[0]?.text !== "disable-on-404");
  if (sent.length > 1 || sent.some(({ args }) => args[0]?.text !== "send")) return undefined;
  const [, ...words] = option.args;
  const [send] = sent;
  const headers = words.slice(2).map(({ text }) => text);
  if ([...(send?.args ?? []).map(({ text }) => text), ...headers].some((text) => /cookie/i.test(text)))
    return undefined;
  // One word is the path; of several the first is the method.
  const [method, path] = words.length === 1 ? [undefined, words[0]] : words;
  const uri = send ? valueAfter(send, "uri") : undefined;
  const asked = uri ?? path;
  if (send && valueAfter(send, "uri-lf")) return undefined;
  return asked === undefined
    ? undefined
    : {
        method: (send && valueAfter(send, "meth")?.text) ?? method?.text ?? "OPTIONS",
        path: asked.text,
        at: asked.at,
      };
}

/** The check of one server; undefined where it has none, or another port or address is asked. */
export function checkOf(server: Directive, around: readonly Directive[], asked: Asked | undefined) {
  const usual = around.filter(({ name }) => name.text === "default-server");
  const words = [...usual, server].flatMap(({ args }) => args.map(({ text }) => text));
  const isChecked = words.lastIndexOf("check") > words.lastIndexOf("no-check");
  if (!asked || !isChecked || ["port", "addr", "disabled"].some((word) => words.includes(word))) return undefined;
  const written = [server, ...usual.toReversed()].flatMap((each) => valueAfter(each, "inter") ?? [])[0]?.text;
  const seconds = written === undefined ? USUAL : secondsOf(written);
  return seconds === undefined ? undefined : { ...asked, seconds };
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
