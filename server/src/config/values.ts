const INT_MAX = 2 ** 31 - 1;

/**
 * A number as Java's Integer.parseInt or Long.parseLong reads it: decimal digits of any script with an optional sign,
 * no blanks, no unit. Undefined where Java throws; beyond 2^53 the value is rounded.
 */
export function parseInteger(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  // Java looks at 16 bits at a time, and so knows no digit beyond Unicode's first plane.
  return /^[+-]?\p{Nd}+$/u.test(text) && !/[\u{10000}-\u{10ffff}]/u.test(text) ? Number(asciiDigits(text)) : undefined;
}

/** Other scripts' digits, such as the wide ones of Korean and Japanese input, as 0 to 9. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    // Unicode has the digits of a script in a row from zero; the few rows that touch have ten each.
    const code = digit.codePointAt(0) as number;
    let zero = code;
    while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
    return `${(code - zero) % 10}`;
  });
}

/** True when Java's Integer.parseInt takes the text. */
export function isJavaInt(text: string): boolean {
  const number = parseInteger(text);
  return number !== undefined && number <= INT_MAX && number >= -INT_MAX - 1;
}

/** True when Java's Long.parseLong takes the text. */
export function isJavaLong(text: string): boolean {
  if (parseInteger(text) === undefined) return false;
  const value = BigInt(asciiDigits(text).replace(/^\+/, ""));
  return value >= -(2n ** 63n) && value < 2n ** 63n;
}

/** A text that `isJavaLong` takes, as Java writes the number. */
export function canonicalLong(text: string): string {
  return `${BigInt(asciiDigits(text).replace(/^\+/, ""))}`;
}

/** Java's Boolean.parseBoolean: everything but `true` is false. */
export function parseBoolean(text: string): boolean {
  return text.toLowerCase() === "true";
}

/** The path StandardContext.setPath keeps: a slash put before it where there is none, the last one taken away. */
export function contextPath(written: string): string {
  if (written === "" || written === "/") return "";
  return (written.startsWith("/") ? written : `/${written}`).replace(/\/$/, "");
}

/** The four bytes of a dotted IPv4 address; undefined for names and other forms. */
export function parseIpv4(text: string): readonly number[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return undefined;
  const bytes = match.slice(1).map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

/** A host as Java compares it: leading zeros in an IPv4 address mean nothing (InetAddress, Java 17). */
export function canonicalHost(host: string): string {
  return parseIpv4(host)?.join(".") ?? host;
}

/** True for addresses that never leave the machine: 127.0.0.0/8, ::1 and the name localhost. */
export function isLoopback(host: string): boolean {
  return parseIpv4(host)?.[0] === 127 || /^(localhost|\[?(::1|0:0:0:0:0:0:0:1)\]?)$/i.test(host);
}

/** The IPv4 address that stands for all addresses of a machine. */
export const ALL_ADDRESSES = "0.0.0.0";

/** True for an address in digits that is not the machine's own, 0.0.0.0 and :: too; a name may be either. */
export function isOfNetwork(address: string): boolean {
  const isAddress = parseIpv4(address) !== undefined || /^\[?(?=[^:]*:)[\da-f:.]+\]?$/i.test(address);
  return isAddress && !isLoopback(address);
}

/** True for 224.0.0.0/4, false for another IPv4 address, undefined where the text is no IPv4 address. */
export function isIpv4Multicast(text: string): boolean | undefined {
  const first = parseIpv4(text)?.[0];
  return first === undefined ? undefined : first >= 224 && first <= 239;
}

/** Blocks of IPv4 that are not reachable from everywhere: first address and bits of the network. */
const NOT_PUBLIC = (
  [
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.2.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    // Multicast and what is kept for later.
    ["224.0.0.0", 3],
  ] as const
).map(([address, bits]) => ({ network: asNumber(address) as number, bits }));

/** 16 bytes as an IPv6 address. */
export function ipv6Text({ buffer, byteOffset }: Uint8Array): string {
  const bytes = new DataView(buffer, byteOffset);
  return Array.from({ length: 8 }, (_, index) => bytes.getUint16(2 * index).toString(16)).join(":");
}

/** True for an IPv4 address of the public internet (RFC 6890), undefined where the text is no IPv4 address. */
export function isPublicIpv4(text: string): boolean | undefined {
  const address = asNumber(text);
  if (address === undefined) return undefined;
  return !NOT_PUBLIC.some(({ network, bits }) => address >>> (32 - bits) === network >>> (32 - bits));
}

function asNumber(text: string): number | undefined {
  return parseIpv4(text)?.reduce((number, byte) => number * 256 + byte, 0);
}

/** Parts an IPv4 address may be written in; the last one fills the bytes that are left: `228.0.4` is `228.0.0.4`. */
const MOST_PARTS = 4;
const BYTE = 256;

/**
 * True for a text that Java takes for no address and that no host can be called: blanks, a scheme, a port, numbers that
 * are no IPv4 address. False for everything else: a name may resolve where the file is used.
 */
export function isNoAddress(text: string): boolean {
  if (text === "") return false;
  if (/[\s/\\,@;|*?!=&#"'()<>^~+\u2018-\u201f]/.test(text)) return true;
  const colons = text.split(":").length - 1;
  // Brackets stand around the whole of an IPv6 address, or Java throws (InetAddress.getAllByName).
  const inner = /^\[(.+)\]$/.exec(text)?.[1] ?? text;
  if (colons === 1 || /[[\]]/.test(inner) || (inner !== text && colons === 0)) return true;
  if (colons > 1) return !/^[0-9A-Fa-f:.]+(%[\w.-]+)?$/.test(inner);
  if (!/^[\d.]+$/.test(text)) return false;
  const parts = text.split(".");
  const last = parts.length - 1;
  return (
    parts.length > MOST_PARTS ||
    parts.some((part, index) => {
      return part === "" || Number(part) >= (index === last ? BYTE ** (MOST_PARTS - last) : BYTE);
    })
  );
}

const IPV4_BITS = 32;
const IPV6_BITS = 128;

/** True for what may be a network, as `10.0.0.0/8;8080`. A name counts, because it may resolve (NetMask, from 9.0). */
export function isNetwork(text: string): boolean {
  const [network = ""] = text.split(";");
  const [address = "", bits, ...more] = network.split("/");
  if (isNoAddress(address) || more.length > 0) return false;
  if (bits === undefined) return true;
  return /^\+?\d+$/.test(bits) && Number(bits) <= (address.includes(":") ? IPV6_BITS : IPV4_BITS);
}
