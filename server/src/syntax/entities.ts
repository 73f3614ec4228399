import type { XmlDocument } from "./tree.ts";

/** The general entities a document declares in its internal subset. */
export interface Entities {
  /** False where more may be declared elsewhere: in an external DTD, or by a parameter entity. */
  readonly complete: boolean;
  /** By name, the entities its text refers to. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  /** True for an entity that comes to itself, which Tomcat's parser refuses where it is used. */
  isRecursive(name: string): boolean;
}

const DECLARATION = /<!ENTITY\s+([A-Za-z_:][\w:.-]*)\s+(?:"([^"]*)"|'([^']*)'|SYSTEM|PUBLIC)/g;
const REFERENCE = /&([A-Za-z_:][\w:.-]*);/g;

const known = new WeakMap<XmlDocument, Entities>();

/** Read once for a document, when something in it first refers to an entity. */
export function entitiesOf(document: XmlDocument): Entities {
  const before = known.get(document);
  if (before) return before;
  const doctype = document.content.find((node) => node.kind === "doctype");
  const subset = doctype?.internalSubset;
  const text = subset ? document.text.slice(subset.start, subset.end) : "";
  const head = doctype ? document.text.slice(doctype.span.start, subset?.start ?? doctype.span.end) : "";
  const references = new Map<string, readonly string[]>();
  for (const [, name = "", double, single] of text.matchAll(DECLARATION)) {
    // Of several declarations the first counts.
    if (references.has(name)) continue;
    references.set(
      name,
      [...(double ?? single ?? "").matchAll(REFERENCE)].map(([, inside = ""]) => inside),
    );
  }
  const recursive = recursiveIn(references);
  const made: Entities = {
    complete: !/\s(?:SYSTEM|PUBLIC)\s/.test(head) && !text.includes("%"),
    references,
    isRecursive: (name) => recursive.has(name),
  };
  known.set(document, made);
  return made;
}

/** The entities from which a way leads back into itself. Iterative: a chain may be as long as the file. */
function recursiveIn(references: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const usedBy = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const [name, inside] of references) {
    const declared = inside.filter((each) => references.has(each));
    open.set(name, declared.length);
    for (const each of declared) {
      const users = usedBy.get(each);
      if (users) users.push(name);
      else usedBy.set(each, [name]);
    }
  }
  // An entity that refers to none of the rest is not recursive; each that remains refers to one that remains.
  const ready = [...open].flatMap(([name, count]) => (count === 0 ? [name] : []));
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    open.delete(name);
    for (const user of usedBy.get(name) ?? []) {
      const left = (open.get(user) ?? 0) - 1;
      open.set(user, left);
      if (left === 0) ready.push(user);
    }
  }
  return new Set(open.keys());
}
