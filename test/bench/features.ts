import { span } from "../../server/src/base/span.ts";
import { type ConfigFile, readConfigFile } from "../../server/src/config/file.ts";
import { serverOnlyNode } from "../../server/src/config/node.ts";
import { sitesOf } from "../../server/src/config/site.ts";
import { autoClose } from "../../server/src/features/auto-close.ts";
import { clusterSummary } from "../../server/src/features/cluster-summary.ts";
import { fileReferences } from "../../server/src/features/document-links.ts";
import { foldingRanges } from "../../server/src/features/fold.ts";
import { highlights } from "../../server/src/features/highlight.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { selectionSteps } from "../../server/src/features/selection.ts";
import { semanticTokens } from "../../server/src/features/semantic-tokens.ts";
import { documentSymbols, matchesFuzzily, namedPlaces } from "../../server/src/features/symbols.ts";
import { tagPair } from "../../server/src/features/tag-pair.ts";
import { serverXml } from "./content.ts";
import { round, spread, table } from "./measure.ts";

const RUNS = 200;

/** What each request costs that follows from structure alone, on a file of `size` characters just read. */
export function costOfFeatures(size: number): string {
  const text = serverXml(size);
  const middle = text.indexOf("Receiver", text.length / 2);
  const read = (): ConfigFile => {
    const file = readConfigFile("conf/server.xml", text, { line: "9.0", release: undefined });
    if (!file) throw new Error("the bench's own server.xml is not recognised");
    return file;
  };
  const whole = span(0, text.length);
  const screen = span(middle, middle + 4000);
  const both = { optionNames: true, defaults: true };
  const features: Readonly<Record<string, (file: ConfigFile) => unknown>> = {
    folding: (file) => foldingRanges(file),
    selection: ({ document }) => selectionSteps(document, middle),
    outline: documentSymbols,
    "workspace symbols, first time": (file) => namedPlaces(file).filter(({ name }) => matchesFuzzily("member", name)),
    "tag pair": ({ document }) => tagPair(document, middle),
    highlights: ({ document }) => highlights(document, middle),
    "closing a tag": ({ document }) => autoClose(document, text.indexOf(">", middle) + 1),
    "document links": (file) => fileReferences(file),
    "code lenses": (file) => sitesOf(serverOnlyNode(file)).map((site) => clusterSummary(site, undefined, true)),
    "inlay hints, a screen": (file) => inlayHints(file, screen, both),
    "inlay hints, all": (file) => inlayHints(file, whole, both),
    "semantic tokens, a screen": (file) => semanticTokens(file, screen),
    "semantic tokens, all": (file) => semanticTokens(file, whole),
  };
  const rows = Object.entries(features).map(([name, answer]) => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const file = read();
      // Every answer needs the lines, and they are counted once a file.
      file.lines.count;
      const start = performance.now();
      answer(file);
      times.push(performance.now() - start);
    }
    const { median, p95 } = spread(times);
    return [name, round(median), round(p95)];
  });
  return table(["ms", "median", "p95"], rows);
}
