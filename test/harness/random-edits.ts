/** Pieces of markup that break a text they are put into. */
export const MARKUP = ["<", ">", '"', "'", "<!--", "-->", "</", "/>", "=", " ", "\n", "&"] as const;

/** Texts typed at a random place. */
const PIECES = [...MARKUP, "${port}", "{{ x }}", "x", "1", "-"];

/** Values that mean something in many attributes. */
const VALUES = [
  "",
  "0",
  "1",
  "-1",
  "4000",
  "8080",
  "true",
  "false",
  "auto",
  "127.0.0.1",
  "228.0.0.4",
  "${x}",
  "localhost",
];

/** Elements that others look for. */
const ELEMENTS = [
  '<Connector port="4000"/>',
  '<Host name="other"/>',
  '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>',
  '<Manager className="org.apache.catalina.ha.session.BackupManager"/>',
  '<Valve className="org.apache.catalina.ha.session.JvmRouteBinderValve"/>',
  '<Interceptor className="org.apache.catalina.tribes.group.interceptors.EncryptInterceptor" encryptionKey="00"/>',
  '<Member className="org.apache.catalina.tribes.membership.StaticMember" port="4000" host="a"/>',
  "<!-- a comment -->",
];

/** The text after one change of a kind people make, or half of one: both are seen by who looks after each keystroke. */
export function edited(text: string, random: () => number): string {
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const replace = (found: RegExpExecArray | undefined, by: string): string =>
    found ? text.slice(0, found.index) + by + text.slice(found.index + found[0].length) : text;
  const all = (pattern: RegExp) => [...text.matchAll(pattern)];
  const place = Math.floor(random() * (text.length + 1));
  const kind = random();
  if (kind < 0.15) return text.slice(0, place) + pick(PIECES) + text.slice(place);
  if (kind < 0.25) return text.slice(0, place) + text.slice(place + 1 + Math.floor(random() * 6));
  const value = /"[^"<>]*"/g;
  if (kind < 0.4) return replace(pick(all(value)), pick(all(value))?.[0] ?? "");
  if (kind < 0.55) return replace(pick(all(value)), `"${pick(VALUES)}"`);
  if (kind < 0.65) return replace(pick(all(/\s[\w.]+="[^"<>]*"/g)), "");
  if (kind < 0.7) return replace(pick(all(/(?<=\s)[\w.]+(?==")/g)), pick(all(/(?<=\s)[\w.]+(?==")/g))?.[0] ?? "");
  const whole = /<([A-Z]\w*)\b[^<>]*(?:\/>|>(?:(?!<\1\b)[\s\S])*?<\/\1>)/g;
  if (kind < 0.8) return replace(pick(all(whole)), "");
  const tag = pick(all(/(?<=>)/g));
  const added = kind < 0.9 ? (pick(all(whole))?.[0] ?? "") : (pick(ELEMENTS) ?? "");
  return replace(tag, added);
}
