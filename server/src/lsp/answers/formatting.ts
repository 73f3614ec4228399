import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from "vscode-languageserver";
import type { Edit } from "../../base/span.ts";
import type { ConfigFile } from "../../config/file.ts";
import { format } from "../../features/format.ts";
import { indentNewLine, layOutTypedTag } from "../../features/format-on-type.ts";
import type { FormatOptions } from "../../features/format-writer.ts";
import { toTextEdits } from "../../features/to-lsp.ts";
import type { Session } from "../session.ts";

/** The whole document. */
export function formatted(session: Session, params: DocumentFormattingParams): Promise<TextEdit[] | null> {
  return answer(session, params, ({ document }, options) => format(document, options));
}

/** Some of its lines. */
export function partFormatted(session: Session, params: DocumentRangeFormattingParams): Promise<TextEdit[] | null> {
  return answer(session, params, ({ document, lines }, options) => {
    const range = { start: lines.offsetAt(params.range.start), end: lines.offsetAt(params.range.end) };
    return format(document, options, range);
  });
}

/** The line that is being typed. */
export function typedFormatted(session: Session, params: DocumentOnTypeFormattingParams): Promise<TextEdit[] | null> {
  return answer(session, params, ({ document, lines }, options) => {
    const typed = params.ch === "\n" ? indentNewLine : layOutTypedTag;
    return typed(document, lines.offsetAt(params.position), options);
  });
}

/**
 * Null where formatting is switched off or another extension does it, and for XML that is not Tomcat's, which another
 * formatter may take.
 */
async function answer(
  session: Session,
  { textDocument, options }: DocumentFormattingParams,
  edits: (file: ConfigFile, options: FormatOptions) => readonly Edit[],
): Promise<TextEdit[] | null> {
  const { format: settings, otherXmlExtension } = await session.settings.of(textDocument.uri);
  const { enable, printWidth } = settings;
  const file = enable && !otherXmlExtension ? await session.fileOf(textDocument) : undefined;
  const tabSize = usableTabSize(options.tabSize);
  return file ? toTextEdits(edits(file, { ...options, tabSize, printWidth }), file.lines) : null;
}

/** Wider than any editor offers; a line of a deep element would have megabytes of blanks. */
const WIDEST_TAB = 32;
const USUAL_TAB = 4;

/** A client may send any number. */
function usableTabSize(tabSize: unknown): number {
  return typeof tabSize === "number" && Number.isInteger(tabSize) && tabSize > 0
    ? Math.min(tabSize, WIDEST_TAB)
    : USUAL_TAB;
}
