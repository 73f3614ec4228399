import { ipv6Text } from "./values.ts";
/** A member as Tribes prints it, in logs and to JMX. */
export interface PrintedMember {
  /** `192.168.56.8`, or the name where none was resolved. */
  readonly host: string;
  readonly port: number;
  /** Its running time in milliseconds; undefined in texts that give its name only. */
  readonly alive: number | undefined;
  /** True where it announces that it leaves (the command in MemberImpl's text is not empty). */
  readonly leaving: boolean;
  /** Empty where none is set. */
  readonly domain: string;
}

/** `tcp://{192, 168, 56, 8}:4000` and, in MemberImpl's text, what follows it (MemberImpl.getName and toString). */
const MEMBER =
  /tcp:\/\/(?:\{([-\d, ]*)\}|([^\s:,\]{}]+)):(-?\d+)(?:,(?:\{[-\d, ]*\}|[^\s,]*),-?\d+, alive=(-?\d+).{0,1000}?command=\{([^}]*)\}.{0,1000}?domain=\{([^}]*)\})?/g;
/** The members a text names, in its order, each once. */
export function membersIn(message: string): readonly PrintedMember[] {
  if (!message.includes("tcp://")) return [];
  const found = new Map<string, PrintedMember>();
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
  return bytes.length === 16 ? ipv6Text(Uint8Array.from(bytes)) : bytes.join(".");
}
