import type { Localized } from "../base/localized.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { elementsAt } from "../syntax/path.ts";
import type { Draft } from "./draft.ts";
import { type Bucket, type Entry, nameOfVersion } from "./model.ts";

/** Rules about other matters than the move: advisories are a reason for it, and the others are not caused by it. */
const NOT_OF_THE_MOVE: ReadonlySet<string> = new Set(["security-advisory", "attribute-of-other-line"]);

/** Attributes unknown to the new Tomcat are reported whatever their severity. */
const UNKNOWN_ATTRIBUTE = "attribute-unknown";
/** Elements that no Tomcat reads may be meant for something else, so no move can say what becomes of them. */
const UNKNOWN_ELEMENT = "element-ignored";

/**
 * What is found in the new text at the new Tomcat, as a test of the migration itself: all that the original text at the
 * old one does not have, and of the rest what stops the new one or is ignored by it. Deprecated attributes still work
 * there and are listed apart.
 */
export function remaining(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  file: ConfigFile,
  draft: Draft,
): readonly Entry[] {
  const known = new Set(before.map(({ code, at }) => `${code} ${at.start}`));
  const since = nameOfVersion(file.version);
  return after.flatMap((diagnostic): Entry[] => {
    const { code, text } = diagnostic;
    const at = draft.origin(diagnostic.at);
    const isOld = known.has(`${code} ${at.start}`);
    const bucket = NOT_OF_THE_MOVE.has(code) ? undefined : (isOld ? bucketOfOld : bucketOfNew)(diagnostic);
    if (bucket === undefined) return [];
    const common = { bucket, at, element: elementNameAt(file, diagnostic.at.start), source: code };
    // A release only says which Tomcat a class or an attribute is deprecated in.
    const isOfMove = !isOld || bucket === "deprecated";
    return [{ ...common, ...(isOfMove ? { text, since } : { text: asBefore(text), since: undefined }) }];
  });
}

function bucketOfNew({ code, severity }: Diagnostic): Bucket | undefined {
  if (code === "deprecated") return "deprecated";
  return severity === "error" || severity === "warning" || code === UNKNOWN_ATTRIBUTE ? "by-hand" : undefined;
}

/** Of the warnings that were there before, those that real Tomcats give too: what they ignore. The move changes no other. */
function bucketOfOld({ code, severity }: Diagnostic): Bucket | undefined {
  if (code === "deprecated") return "deprecated";
  if (code === UNKNOWN_ELEMENT) return "unknown";
  return severity === "error" || (severity === "warning" && code === UNKNOWN_ATTRIBUTE) ? "by-hand" : undefined;
}

function asBefore({ en, ko }: Localized): Localized {
  return { en: `As before the move: ${en}`, ko: `옮기기 전과 같음: ${ko}` };
}

/** The name of the innermost element around an offset; of the root outside of it. */
function elementNameAt({ document }: ConfigFile, offset: number): string {
  const element = elementsAt(document, offset, "behind").at(-1) ?? document.root;
  return element?.name ?? "";
}
