/** What `catalina.sh configtest` said of a server.xml, taken from what it printed. */
export type Said =
  /** Tomcat found no such property of the element's class, or could not set it. */
  | {
      readonly kind: "property";
      /** `Server/Service/Engine/Cluster`. */
      readonly path: string;
      readonly name: string;
      readonly value: string;
      readonly message: string;
    }
  /** Tomcat ignores an element; said only where strict checks are on. */
  | { readonly kind: "no-rules"; readonly path: string; readonly message: string }
  /** Tomcat stopped reading; both numbers from 1. */
  | { readonly kind: "position"; readonly line: number; readonly column: number; readonly message: string }
  /** A port was taken: most often by the Tomcat that runs. */
  | { readonly kind: "port"; readonly message: string }
  /** Everything else worth a line. */
  | { readonly kind: "record"; readonly severe: boolean; readonly message: string };

/** One record of java.util.logging. */
interface Record {
  readonly severe: boolean;
  readonly message: string;
  /** The exception and its causes, without the places in the code. */
  readonly throwable: readonly string[];
}

/** How a record begins after its date: as SimpleFormatter writes it, and as Tomcat's OneLineFormatter does. */
const SIMPLE = /^(SEVERE|WARNING|INFO|CONFIG|FINE|FINER|FINEST): (.*)$/;
const ONE_LINE = /^\d\d-\w{3}-\d{4} [\d:.]+ (SEVERE|WARNING|INFO|CONFIG|FINE|FINER|FINEST) \[[^\]]*\] \S+ (.*)$/;
/** The first line of a record of SimpleFormatter: a date, the class and the method. */
const DATE = /^\w{3} \d{1,2}, \d{4} .* \S+$/;

/** 9.0 and later, from 9.0.0.M27 on; and 7.0 and 8.5. */
const PROPERTY = [
  /^Match \[([^\]]*)\] failed to set property \[([^\]]*)\] to \[(.*)\]$/,
  /^\[Set(?:All)?PropertiesRule\]\{([^}]*)\} Setting property '([^']*)' to '(.*)' did not find a matching property\.$/,
];
const NO_RULES = /^\s*No rules found matching (?:\[([^\]]*)\]|'([^']*)')/;
/** A line of IntrospectionUtils that holds the reason; the line of the rule that set the value follows without one. */
const SETTING = /^Error setting property \[([^\]]*)\] to \[(.*)\] on class /;
const POSITION = [
  /\blineNumber: (\d+); columnNumber: (\d+); (.*)$/,
  /^Parse (?:fatal )?error at line \[?(\d+)\]? column \[?(\d+)\]?()/i,
  /\bError at \((\d+), (\d+)\) : (.*)$/,
];
const ERROR_LOCATION = /^Error at (?:line \[\d+\] column \[\d+\]: \[|\(\d+, \d+\) : )(.*?)\]?$/;
const TAKEN = /\bBindException\b|Address already in use/;
/** What only repeats that reading failed, or that something inside of something did. */
const REPEATS =
  /^(Unable to load server configuration|Begin event threw|Body event threw|End event threw|Failed to initialize component \[(?:Standard)?Server\[|Error initializing Catalina)/;

/** More than a configuration with a mistake on every line gives. */
const MOST = 500;

/**
 * Reads the output of 7.0 to 11.0 in English, in which the caller asks for it. What is not understood is left out; the
 * exit code tells whether Tomcat could read the file.
 */
export function readOutput(output: string): readonly Said[] {
  const said: Said[] = [];
  const reasons = new Map<string, string>();
  const places = new Map<string, number>();
  for (const record of recordsOf(output)) {
    if (said.length >= MOST) break;
    const { message, throwable, severe } = record;
    const cause = throwable.at(-1);
    const setting = SETTING.exec(message);
    if (setting) {
      if (cause !== undefined) reasons.set(`${setting[1]}=${setting[2]}`, withoutClass(cause));
      continue;
    }
    const property = firstMatch(PROPERTY, message);
    if (property) {
      const [, path = "", name = "", value = ""] = property;
      const reason = reasons.get(`${name}=${value}`);
      said.push({ kind: "property", path, name, value, message: reason ? `${message}: ${reason}` : message });
      continue;
    }
    const ignored = NO_RULES.exec(message);
    if (ignored) {
      said.push({ kind: "no-rules", path: ignored[1] ?? ignored[2] ?? "", message: message.trim() });
      continue;
    }
    const position = [message, ...throwable].map((text) => firstMatch(POSITION, text)).findLast(Boolean);
    if (position) {
      const [, line = "", column = "", text = ""] = position;
      const better = explained(text || message, cause);
      const known = places.get(`${line}:${column}`);
      const found: Said = { kind: "position", line: Number(line), column: Number(column), message: better };
      // Said up to three times; what names a class and why says more than the class alone.
      if (known === undefined) {
        places.set(`${line}:${column}`, said.length);
        said.push(found);
      } else if (better.length > (said[known]?.message.length ?? 0)) said[known] = found;
      continue;
    }
    if ([message, ...throwable].some((text) => TAKEN.test(text))) {
      if (!said.some(({ kind }) => kind === "port")) said.push({ kind: "port", message: withCause(message, cause) });
    } else if (!REPEATS.test(message)) said.push({ kind: "record", severe, message: withCause(message, cause) });
  }
  return said;
}

/** The records of level WARNING and SEVERE. */
function recordsOf(output: string): readonly Record[] {
  const records: { severe: boolean; message: string; throwable: string[]; loud: boolean }[] = [];
  for (const line of output.split(/\r?\n/)) {
    const begin = SIMPLE.exec(line) ?? ONE_LINE.exec(line);
    if (begin) {
      const [, level = "", message = ""] = begin;
      records.push({ severe: level === "SEVERE", message, throwable: [], loud: /^(SEVERE|WARNING)$/.test(level) });
      continue;
    }
    const last = records.at(-1);
    if (!last || line.trim() === "" || DATE.test(line) || /^\s+(at |\.\.\. \d+ (more|common))/.test(line)) continue;
    if (/^(Caused by: )?[\w$]+(\.[\w$]+)+(: |;|$)/.test(line)) last.throwable.push(line.replace(/^Caused by: /, ""));
  }
  return records.filter(({ loud }) => loud);
}

function firstMatch(all: readonly RegExp[], text: string): RegExpExecArray | undefined {
  for (const each of all) {
    const match = each.exec(text);
    if (match) return match;
  }
  return undefined;
}

/** Tomcat's text of a place, and the exception behind it where that says more than the text. */
function explained(text: string, cause: string | undefined): string {
  const inner = ERROR_LOCATION.exec(text)?.[1] ?? text;
  if (cause === undefined || cause.includes("SAXParseException")) return inner;
  return cause.includes(inner) ? shortClass(cause) : `${inner} (${shortClass(cause)})`;
}

function withCause(message: string, cause: string | undefined): string {
  return cause === undefined || message.includes(cause) ? message : `${message}: ${shortClass(cause)}`;
}

/** `ClassNotFoundException: x` for `java.lang.ClassNotFoundException: x`. */
function shortClass(throwable: string): string {
  return throwable.replace(/^(?:[\w$]+\.)+(?=[\w$]+(?:: |$))/, "");
}

function withoutClass(throwable: string): string {
  return throwable.replace(/^[\w$.]+: /, "");
}
