import { type Span, span } from "./span.ts";

/** Attributes and properties whose values open something: `keystorePass`, `connectionPassword`, `encryptionKey` … */
const SECRET = /(?:pass|passwd|password|passphrase|pwd|secret|key|token|credentials?)$/i;

/** True where an attribute or a property of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}

/**
 * The name that tells whether an attribute's value is secret: its own, or that in the attribute `name` where it is
 * `value`, as `<Environment name="dbPassword" value="…"/>` says it in two attributes.
 */
export function subjectOfValue(attribute: string, name: string | undefined): string {
  return attribute === "value" ? (name ?? "") : attribute;
}

/**
 * `name="value"` as in XML, a `-D` option or a properties file, also in comments and in text that is no XML any more.
 */
const ASSIGNMENT = /(?<![\w.:-])([\w.:-]+)(\s*=\s*)(?:"([^"]*)|'([^']*)|([^\s"'<>]+))/g;
/** What a URL carries: `?user=a&password=b`, `//a:b@host`. */
const IN_URL = /(?:[?&;]\w*(?:password|passwd|pwd|secret|token)=|:\/\/[^\s/:@"'<>]*:)([^&;@/\s"'<>]+)/gi;

/** After this number of secrets, the whole rest of a text counts as one. */
const MOST_SECRETS = 20_000;
/** In a secret longer than this, line breaks are hidden too; in characters. */
const LONG_SECRET = 20_000;

/** Where secrets stand in a text, in its order. They do not overlap. */
export function secretsIn(text: string): readonly Span[] {
  const found: Span[] = [];
  let subject = "";
  for (const match of text.matchAll(ASSIGNMENT)) {
    const [whole, name = "", , double, single, bare] = match;
    const value = double ?? single ?? bare ?? "";
    const end = match.index + whole.length;
    if (name === "name") subject = value;
    const secret = isSecretName(subjectOfValue(name, subject));
    if (secret && value !== "" && !isReference(value)) found.push(span(end - value.length, end));
    else if (value.includes("=") || value.includes("://")) {
      for (const each of inUrl(value, end - value.length)) {
        found.push(each);
        if (found.length > MOST_SECRETS) break;
      }
    }
    if (name === "value") subject = "";
    if (found.length > MOST_SECRETS) {
      found.push(span(end, text.length));
      break;
    }
  }
  return found;
}

function* inUrl(value: string, offset: number): Generator<Span> {
  for (const match of value.matchAll(IN_URL)) {
    const [whole, secret = ""] = match;
    const end = offset + match.index + whole.length;
    if (!isReference(secret)) yield span(end - secret.length, end);
  }
}

/** `${db.password}` names the secret and does not show it. */
function isReference(value: string): boolean {
  return /^\$\{[^{}]*\}$/.test(value);
}

/** The value of an attribute of this name with something else in the place of each secret. */
export function hideSecrets(name: string, value: string, stand: (secret: string) => string): string {
  if (value === "" || isReference(value)) return value;
  if (isSecretName(name)) return stand(value);
  let shown = "";
  let position = 0;
  for (const { start, end } of inUrl(value, 0)) {
    shown += value.slice(position, start) + stand(value.slice(start, end));
    position = end;
  }
  return shown + value.slice(position);
}

/** The text with a star for each character of a secret, so that all offsets in it stay valid. */
export function maskSecrets(text: string, secrets: readonly Span[] = secretsIn(text)): string {
  if (secrets.length === 0) return text;
  const parts: string[] = [];
  let position = 0;
  for (const { start, end } of secrets) {
    const long = end - start > LONG_SECRET;
    const stars = long ? "*".repeat(end - start) : text.slice(start, end).replace(/[^\r\n\t]/g, "*");
    parts.push(text.slice(position, start), stars);
    position = end;
  }
  return parts.join("") + text.slice(position);
}
