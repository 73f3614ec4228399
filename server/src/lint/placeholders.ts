import { firstIndex } from "../base/first-index.ts";
import type { Edit, Span } from "../base/span.ts";
import type { ConfigFile } from "../config/file.ts";
import { type Placeholder, placeholdersIn } from "../config/placeholder.ts";
import type { Finding, Fix, RelatedPlace } from "../rules/rule.ts";
import type { XmlDocument } from "../syntax/tree.ts";

/**
 * A finding with its fixes, none of which takes a placeholder away unasked: several nodes may share the file, each with
 * its own value behind the placeholder.
 */
export function keepingPlaceholders<F extends Finding>(finding: F, file: ConfigFile): F {
  const { fix } = finding;
  if (!fix || placeholdersOf(file.document).length === 0) return finding;
  return { ...finding, fix: "edits" in fix ? asked(fix, file) : fix.map((each) => asked(each, file)) };
}

/**
 * Where the properties are set that a finding rests on: those behind the place it points at, and behind the attributes
 * of the same start tag that its rule has asked for.
 */
export function propertiesBehind(at: Span, { document, reading }: ConfigFile): readonly RelatedPlace[] {
  if (placeholdersOf(document).length === 0) return [];
  const written = document.text.slice(at.start, at.end);
  // A value is short; a finding over a whole element rests on no single one.
  const pointedAt = written.includes("${") && !written.includes("<") ? reading.read(written).from : [];
  return [...new Set([...pointedAt, ...reading.askedIn(document.text.lastIndexOf("<", at.start))])].map(
    ({ name, file, at }) => ({
      file,
      at,
      text: {
        en: `\${${name}} is set here.`,
        ko: `\${${name}}의 값은 여기에서 지정됩니다.`,
      },
    }),
  );
}

function asked(fix: Fix, file: ConfigFile): Fix {
  return fix.asked || keepsPlaceholders(fix.edits, file) ? fix : { ...fix, asked: true };
}

/** True when each placeholder that edits touch stands in what they write, in the file's own words. */
function keepsPlaceholders(edits: readonly Edit[], { document }: ConfigFile): boolean {
  const written = edits.map(({ newText }) => newText).join("\n");
  return edits.every(({ span }) =>
    touched(span, document).every(({ start, end }) => written.includes(document.text.slice(start, end))),
  );
}

const scanned = new WeakMap<XmlDocument, readonly Placeholder[]>();

/** The placeholders of a document, looked for once: a file may have thousands of findings. */
function placeholdersOf(document: XmlDocument): readonly Placeholder[] {
  const known = scanned.get(document);
  if (known) return known;
  const found = placeholdersIn(document.text);
  scanned.set(document, found);
  return found;
}

/** The placeholders of a document that a span takes away or changes. */
function touched({ start, end }: Span, document: XmlDocument): readonly Placeholder[] {
  const all = placeholdersOf(document);
  const found: Placeholder[] = [];
  for (let index = firstBehind(all, start); index < all.length; index++) {
    const each = all[index];
    if (!each || each.start >= end) break;
    found.push(each);
  }
  return found;
}

/** The index of the first placeholder that ends behind an offset. */
function firstBehind(all: readonly Placeholder[], offset: number): number {
  return firstIndex(all, ({ end }) => end > offset);
}
