/** Limits of a glob: its length in characters, and the number of globs its braces stand for. */
const LONGEST = 500;
const MOST_ALTERNATIVES = 200;

/** One item of a pattern: a character, any character, one of a class, or any number of any. */
type Part = string | typeof ANY | typeof STAR | ((char: string) => boolean);
const ANY = Symbol("?");
const STAR = Symbol("*");
/** Matches any number of folders. */
const GLOBSTAR = Symbol("**");
type Segment = readonly Part[] | typeof GLOBSTAR;

/** Why a glob is refused; undefined where it is accepted. */
export function globProblem(glob: string): "long" | "braces" | "parentheses" | undefined {
  if (glob.length > LONGEST) return "long";
  if (/[@!?*+]\(/.test(glob)) return "parentheses";
  return alternatives(glob) ? undefined : "braces";
}

/** The cost of a comparison for each character of a name: the length of all globs that the braces stand for. */
export function globCost(glob: string): number {
  return (alternatives(glob) ?? []).reduce((sum, { length }) => sum + length, 0);
}

/**
 * Tells whether a path fits one of these globs: `*`, `**`, `?`, `[a-z]`, `[!a]`, `{a,b}`, and `!` before the whole for
 * the contrary. As in a shell, a name that begins with a dot fits only where the glob writes that dot.
 *
 * Globs come with a folder that is not trusted. Libraries turn them into regular expressions, in which `*a*a*a*a` costs
 * hours; here a name never costs more than its length times that of the glob.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const all = globs.map((glob) => {
    const negated = glob.startsWith("!");
    const patterns = (alternatives(negated ? glob.slice(1) : glob) ?? []).map(patternOf);
    return (segments: readonly string[]) => patterns.some((pattern) => fits(segments, pattern)) !== negated;
  });
  return (path) => {
    const segments = path.split("/");
    return all.some((fit) => fit(segments));
  };
}

/** The globs without braces that one with braces stands for; undefined where they exceed the limit. */
function alternatives(glob: string): readonly string[] | undefined {
  const done: string[] = [];
  const pending = [glob];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const braces = firstBraces(next);
    if (!braces) done.push(next);
    else {
      const { start, end, parts } = braces;
      for (const part of parts.toReversed()) pending.push(next.slice(0, start) + part + next.slice(end));
    }
    if (done.length + pending.length > MOST_ALTERNATIVES) return undefined;
  }
  return done;
}

/** The first `{a,b}` of a glob, split at its own commas. Braces without a comma, or without an end, are literal. */
function firstBraces(glob: string): { start: number; end: number; parts: readonly string[] } | undefined {
  for (let start = glob.indexOf("{"); start >= 0; start = glob.indexOf("{", start + 1)) {
    let depth = 0;
    let from = start + 1;
    const parts: string[] = [];
    for (let place = start; place < glob.length; place++) {
      const char = glob.charAt(place);
      if (char === "{") depth++;
      else if (char === "," && depth === 1) {
        parts.push(glob.slice(from, place));
        from = place + 1;
      } else if (char === "}" && --depth === 0) {
        if (parts.length > 0) return { start, end: place + 1, parts: [...parts, glob.slice(from, place)] };
        break;
      }
    }
  }
  return undefined;
}

/** The segments of a glob without braces; a leading `./` has no meaning. */
function patternOf(glob: string): readonly Segment[] {
  return glob.replace(/^\.\//, "").split("/").map(segmentOf);
}

function segmentOf(text: string): Segment {
  if (text === "**") return GLOBSTAR;
  const parts: Part[] = [];
  for (let place = 0; place < text.length; place++) {
    const char = text.charAt(place);
    const end = char === "[" ? text.indexOf("]", place + 2) : -1;
    if (char === "*") {
      if (parts.at(-1) !== STAR) parts.push(STAR);
    } else if (char === "?") parts.push(ANY);
    else if (end > 0) {
      parts.push(classOf(text.slice(place + 1, end)));
      place = end;
    } else parts.push(char === "\\" && place + 1 < text.length ? text.charAt(++place) : char);
  }
  return parts;
}

/** A character class: `a-z_`, or with a leading `!` or `^` its complement. */
function classOf(written: string): (char: string) => boolean {
  const negated = /^[!^]/.test(written);
  const ranges = [...(negated ? written.slice(1) : written).matchAll(/(.)-(.)|(.)/gs)].map(([, from, to, one = ""]) =>
    from === undefined || to === undefined ? ([one, one] as const) : ([from, to] as const),
  );
  return (char) => ranges.some(([from, to]) => from <= char && char <= to) !== negated;
}

/** Backtracks to the last star only: whatever an earlier star could match, the last one can match too. */
function fits(segments: readonly string[], pattern: readonly Segment[]): boolean {
  return greedy(segments, pattern, {
    isStar: (segment) => segment === GLOBSTAR,
    equal: (name, segment) => segment !== GLOBSTAR && fitsName(name, segment),
    taken: (name) => !name.startsWith("."),
  });
}

function fitsName(name: string, parts: readonly Part[]): boolean {
  if (name.startsWith(".") && parts[0] !== ".") return false;
  return greedy(name.split(""), parts, {
    isStar: (part) => part === STAR,
    equal: (char, part) => part === ANY || part === char || (typeof part === "function" && part(char)),
    taken: () => true,
  });
}

/** How items of a text are compared with parts of a pattern. */
interface Comparison<Item, Part> {
  readonly isStar: (part: Part) => boolean;
  readonly equal: (item: Item, part: Part) => boolean;
  /** True for an item that a star may match. */
  readonly taken: (item: Item) => boolean;
}

function greedy<Item, Part>(
  items: readonly Item[],
  parts: readonly Part[],
  { isStar, equal, taken }: Comparison<Item, Part>,
): boolean {
  let at = 0;
  let place = 0;
  let star: number | undefined;
  let behind = 0;
  while (at < items.length) {
    const part = parts[place];
    if (part !== undefined && isStar(part)) {
      star = place++;
      behind = at;
    } else if (part !== undefined && equal(items[at] as Item, part)) {
      at++;
      place++;
    } else if (star !== undefined && taken(items[behind] as Item)) {
      at = ++behind;
      place = star + 1;
    } else return false;
  }
  return parts.slice(place).every(isStar);
}
