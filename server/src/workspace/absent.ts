import { externalParts } from "../syntax/external-parts.ts";
import { parse } from "../syntax/parse.ts";
import { type Files, join, parentOf } from "./files.ts";

/** A system identifier that is a path below the file itself, with nothing to be replaced or decoded. */
const BELOW = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/** True for a text that may name other files in its DOCTYPE. */
export function namesOthers(text: string): boolean {
  return text.includes("<!DOCTYPE") && /\s(?:SYSTEM|PUBLIC)\s/.test(text);
}

/**
 * The system identifiers in a file's DOCTYPE that name a file which does not exist. Only paths below the file are
 * checked.
 */
export async function absentParts(path: string, text: string, list: Files["list"]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { systemId } of externalParts(parse(text))) {
    if (!BELOW.test(systemId)) continue;
    const slash = systemId.lastIndexOf("/");
    const entries = await list(join(parentOf(path), systemId.slice(0, Math.max(slash, 0))));
    if (entries && !entries.some(({ name }) => name === systemId.slice(slash + 1))) found.add(systemId);
  }
  return found;
}
