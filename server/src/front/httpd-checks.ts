import type { HealthCheck, Written } from "./model.ts";

/** How often a member is asked that says nothing of it, in seconds. */
const USUAL = 30;

/**
 * The request of mod_proxy_hcheck to a member over HTTP, whose path is put behind that of the member. What a template
 * says of it is not looked at.
 *
 * Source: mod_proxy_hcheck's documentation; hc_check_http and hc_init_worker (mod_proxy_hcheck.c), 2.4.
 */
export function checkOf(url: string, parameter: (name: string) => Written | undefined): HealthCheck | undefined {
  const [method, path, interval] = ["hcmethod", "hcuri", "hcinterval"].map(parameter);
  if (method?.text === undefined || parameter("hctemplate") || !/^\w+:\/\/[^/]*\/?$/.test(url)) return undefined;
  const asked = path ?? { text: "", at: method.at };
  if (asked.text === undefined || (interval && interval.text === undefined)) return undefined;
  const seconds = interval ? secondsOf(interval.text ?? "") : USUAL;
  if (seconds === undefined) return undefined;
  const base = url.endsWith("/") ? "/" : "";
  return { method: method.text.toUpperCase(), path: `${base}${asked.text}` || "/", seconds, at: asked.at };
}

function secondsOf(written: string): number | undefined {
  const [, number, unit = "s"] = /^(\d{1,9})(ms|s|mi|min|h)?$/.exec(written) ?? [];
  const units: Readonly<Record<string, number>> = { ms: 1e-3, s: 1, mi: 60, min: 60, h: 3600 };
  return number === undefined ? undefined : Number(number) * (units[unit] ?? Number.NaN);
}
