import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConfigFile } from "../../server/src/config/file.ts";
import { cases } from "../harness/effort.ts";
import { costOf } from "./cost.ts";

// V8 counts what is compiled after ./cost.ts was read.
const { NO_PROPERTIES } = await import("../../server/src/config/properties.ts");
const { readConfigFile } = await import("../../server/src/config/file.ts");
const { References } = await import("../../server/src/config/references/index.ts");
const { complete } = await import("../../server/src/features/completion/complete.ts");
const { effectiveAnswer } = await import("../../server/src/features/effective.ts");
const { effectiveLenses } = await import("../../server/src/features/effective-lenses.ts");
const { fileReferences } = await import("../../server/src/features/document-links.ts");
const { foldingRanges } = await import("../../server/src/features/fold.ts");
const { format } = await import("../../server/src/features/format.ts");
const { highlights } = await import("../../server/src/features/highlight.ts");
const { hover } = await import("../../server/src/features/hover.ts");
const { inlayHints } = await import("../../server/src/features/inlay-hints.ts");
const { prepareRename } = await import("../../server/src/features/rename.ts");
const { references } = await import("../../server/src/features/references.ts");
const { selectionSteps } = await import("../../server/src/features/selection.ts");
const { semanticTokens } = await import("../../server/src/features/semantic-tokens.ts");
const { matchesFuzzily, namedPlaces } = await import("../../server/src/features/symbols.ts");
const { HOSTILE } = await import("./hostile.ts");

/** Of the smaller of two files; in characters. */
const SIZE = 30_000;
/** See hostile.test.ts. */
const LINEAR = 2.3;
const ROUNDS = 3;
/**
 * Of a feature that takes fewer steps for the larger file no growth can be told: what stands in the middle of a file
 * differs from size to size.
 */
const CHEAP = 250_000;

/** What a client may ask of a file, at a place in its middle. */
const FEATURES: Readonly<Record<string, (file: ConfigFile, offset: number) => unknown>> = {
  completion: (file, offset) => complete({ file, offset, locale: "en" }),
  "document links": (file) => fileReferences(file),
  effective: (file) => effectiveAnswer(file, { locale: "en", marks: true, view: "all" }),
  "effective, what differs": (file) => effectiveAnswer(file, { locale: "en", marks: true, view: "differs" }),
  folding: (file) => foldingRanges(file),
  format: ({ document }) => format(document, { tabSize: 2, insertSpaces: true, printWidth: 120 }),
  highlights: ({ document }, offset) => highlights(document, offset),
  hover: (file, offset) => hover(file, offset, "en"),
  "inlay hints": (file) =>
    inlayHints(file, { start: 0, end: file.document.text.length }, { optionNames: true, defaults: true }),
  lenses: (file) => effectiveLenses(file),
  names: (file, offset) => {
    const known = new References({
      server: file,
      files: [file],
      properties: NO_PROPERTIES,
      catalinaProperties: undefined,
      loggingProperties: undefined,
      users: undefined,
      clusters: [],
    });
    return [references(known, file.path, offset, true), prepareRename(known, file.path, offset)];
  },
  selection: ({ document }, offset) => selectionSteps(document, offset),
  symbols: (file) => namedPlaces(file).filter(({ name }) => matchesFuzzily("recv", name)),
  tokens: (file) => semanticTokens(file, { start: 0, end: file.document.text.length }),
};

function read([path, text]: readonly [path: string, text: string]): ConfigFile | undefined {
  return readConfigFile(`/w/${path}`, text, { line: "9.0", release: undefined });
}

async function cost(feature: (file: ConfigFile, offset: number) => unknown, entry: readonly [string, string]) {
  const file = read(entry);
  return file ? costOf(() => feature(file, entry[1].length >> 1)) : 0;
}

for (const [name, make] of cases(Object.entries(HOSTILE))) {
  test(`${name}: twice the size, twice the cost of each feature`, async (t) => {
    const [one, two] = [make(SIZE), make(2 * SIZE)].map((texts) => Object.entries(texts)[0] ?? assert.fail());
    if (!one || !two) assert.fail();
    for (const [feature, act] of Object.entries(FEATURES)) {
      let times = Number.POSITIVE_INFINITY;
      let after = 0;
      for (let round = 0; round < ROUNDS && times > LINEAR; round++) {
        const before = await cost(act, one);
        after = await cost(act, two);
        times = after < CHEAP ? 0 : after / before;
      }
      if (times > LINEAR) t.diagnostic(`${feature}: ${times.toFixed(2)} times, ${Math.round(after)} steps`);
      assert.ok(times <= LINEAR, `${feature}: ${times} times the cost`);
    }
  });
}
