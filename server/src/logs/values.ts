/** A member as a message names it. */
export interface LogMember {
  /** `192.168.56.8`, or the name where none was resolved. */
  readonly host: string;
  readonly port: number;
  /** Its running time in milliseconds; undefined in messages that give its name only. */
  readonly alive: number | undefined;
  /** True where it announces that it leaves (the command in MemberImpl's text is not empty). */
  readonly leaving: boolean;
  /** Empty where none is set. */
  readonly domain: string;
}

/** `tcp://{192, 168, 56, 8}:4000` and, in MemberImpl's text, what follows it (MemberImpl.getName and toString). */
const MEMBER =
  /tcp:\/\/(?:\{([-\d, ]*)\}|([^\s:,\]{}]+)):(-?\d+)(?:,(?:\{[-\d, ]*\}|[^\s,]*),-?\d+, alive=(-?\d+).{0,1000}?command=\{([^}]*)\}.{0,1000}?domain=\{([^}]*)\})?/g;
/** `[/192.168.56.7:4000]`, `[host/192.168.56.7:4000]`: an InetSocketAddress. */
const SOCKET = /\[[\w.-]*\/(?:\[([\da-fA-F:.]+)(?:%[\w.]+)?\]|([\d.]+|[\da-fA-F:]+?)(?:%[\w.]+)?):(\d+)\]/;

/** The members a message names, in its order, each once. */
export function membersIn(message: string): readonly LogMember[] {
  const found = new Map<string, LogMember>();
  for (const [, bytes, name = "", port, alive, command = "", domain = ""] of message.matchAll(MEMBER)) {
    const host = bytes === undefined ? name : hostOf(bytes);
    const key = `${host}:${port}`;
    if (found.has(key)) continue;
    const text = bytesOf(domain);
    found.set(key, {
      host,
      port: Number(port),
      alive: alive === undefined ? undefined : Number(alive),
      leaving: command !== "",
      domain: text.every((byte) => byte >= 32 && byte < 127) ? String.fromCharCode(...text) : domain.trim(),
    });
  }
  return [...found.values()];
}

/** Reads bytes as Java prints them, with their sign. */
function bytesOf(text: string): readonly number[] {
  return (text.match(/-?\d+/g) ?? []).map((number) => Number(number) & 255);
}

function hostOf(text: string): string {
  const bytes = bytesOf(text);
  if (bytes.length !== 16) return bytes.join(".");
  return Array.from({ length: 8 }, (_, index) =>
    (((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)).toString(16),
  ).join(":");
}

/** The first address with a port that a message names in brackets. */
export function socketIn(message: string): { readonly host: string; readonly port: number } | undefined {
  const [, bracketed, host = bracketed, port] = SOCKET.exec(message) ?? [];
  return host === undefined ? undefined : { host, port: Number(port) };
}

/** The contents of the outermost brackets of a message: Tomcat prints its values there, in every language. */
export function valuesIn(message: string): readonly string[] {
  const values: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < message.length; at++) {
    const sign = message[at];
    if (sign === "[" && depth++ === 0) start = at + 1;
    else if (sign === "]" && depth > 0 && --depth === 0) values.push(message.slice(start, at));
  }
  return values;
}
