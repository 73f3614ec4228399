import { firstIndex } from "../base/first-index.ts";
import { type Span, span } from "../base/span.ts";
import type { XmlDocument, XmlElement } from "../syntax/tree.ts";

/** Opens a part that is repeated or left out, and closes one. Helm's `{{ if }}` needs no mark, so words decide. */
const OPENS =
  /^(?:\{%[-+~]?\s*(?:for|if|unless|case|with|macro|call|block|filter|raw|foreach|while)\b|\{\{[-~]?\s*(?:#|\^|(?:range|if|with|define|block)\b)|<#(?:list|if|macro|switch|items|foreach)\b|\[%[-+=~]?\s*(?:FOREACH|FOR|IF|UNLESS|WHILE|SWITCH|BLOCK|WRAPPER)\b|<%[^=#](?:[^%]|%(?!>))*(?:\{|\bdo\b(?:\s*\|[^|]*\|)?|\bthen)\s*-?%>$|<%-?\s*(?:if|unless|case|while|for)\b)/i;
const CLOSES =
  /^(?:\{%[-+~]?\s*(?:end\w*)\b|\{\{[-~]?\s*(?:\/|end\b)|<\/#|\[%[-+=~]?\s*END\b|<%-?\s*(?:end\b|\}\s*-?%>$))/i;
/** Opens a part that is there as it is written, or not at all. */
const CONDITION =
  /^(?:\{%[-+~]?\s*(?:if|unless)\b|\{\{[-~]?\s*#?if\b|<#if\b|\[%[-+=~]?\s*(?:IF|UNLESS)\b|<%-?\s*(?:if|unless)\b)/i;
/** A second part of a condition. */
const ELSE = /^(?:\{[{%]|<%|<#|\[%)[-+=~]?\s*(?:\}\s*)?(?:else|elif|elsif|elseif)\b/i;

interface Block {
  readonly at: Span;
  /** True for a condition with one part only. */
  readonly plain: boolean;
}

/** The parts of a template that another tool repeats or leaves out. */
export interface TemplateBlocks {
  /** Those whose elements may be written otherwise than they stand there. */
  readonly uncertain: readonly Span[];
  /** Conditions around whole elements that stand nowhere else: in what is written, all of it is as it stands there. */
  readonly whole: readonly Span[];
}

export function blocksIn(document: XmlDocument): TemplateBlocks {
  const uncertain: Span[] = [];
  const candidates: { readonly at: Span; readonly parent: XmlElement; readonly names: ReadonlySet<string> }[] = [];
  const blocksWith = new Map<XmlElement, Map<string, number>>();
  for (const { at, plain } of allBlocks(document)) {
    const parent = parentOf(at, document);
    const names = namesWithin(at, parent);
    if (parent && plain) candidates.push({ at, parent, names });
    else uncertain.push(at);
    if (!parent) continue;
    const counts = blocksWith.get(parent) ?? new Map<string, number>();
    blocksWith.set(parent, counts);
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const whole: Span[] = [];
  for (const { at, parent, names } of candidates) {
    // Two conditions around elements of one name may be two ways of writing one element.
    const isOnly = [...names].every((name) => blocksWith.get(parent)?.get(name) === 1);
    (isOnly ? whole : uncertain).push(at);
  }
  return { uncertain, whole };
}

/** The parts between an opening statement and its end; one that is never closed reaches to the end of the text. */
function allBlocks({ text, templates }: XmlDocument): readonly Block[] {
  const blocks: Block[] = [];
  const open: { readonly start: number; plain: boolean }[] = [];
  for (const { start, end } of templates) {
    const written = text.slice(start, end);
    if (CLOSES.test(written)) {
      const from = open.pop();
      if (from) blocks.push({ at: span(from.start, end), plain: from.plain });
    } else if (OPENS.test(written)) open.push({ start, plain: CONDITION.test(written) });
    else if (ELSE.test(written)) {
      const around = open.at(-1);
      if (around) around.plain = false;
    }
  }
  return [...blocks, ...open.map(({ start }) => ({ at: span(start, text.length), plain: false }))];
}

/** The element between whose children both ends of a block stand; undefined where one of them stands in a tag. */
function parentOf({ start, end }: Span, { root }: XmlDocument): XmlElement | undefined {
  const parent = root && innermost(root, start);
  if (!parent || innermost(root, end - 1) !== parent) return undefined;
  return start >= parent.startTag.end && end <= (parent.endTag?.span.start ?? parent.span.end) ? parent : undefined;
}

function namesWithin({ start, end }: Span, parent: XmlElement | undefined): ReadonlySet<string> {
  const within = (parent?.elements ?? []).filter((each) => start <= each.span.start && each.span.end <= end);
  return new Set(within.map(({ name }) => name));
}

/** The innermost element around an offset. */
export function innermost(root: XmlElement, offset: number): XmlElement | undefined {
  if (offset < root.span.start || root.span.end <= offset) return undefined;
  let element = root;
  for (let child = childAt(element, offset); child; child = childAt(element, offset)) element = child;
  return element;
}

/** The child that holds an offset. Halves the list: there may be thousands. */
function childAt({ elements }: XmlElement, offset: number): XmlElement | undefined {
  const found = elements[firstIndex(elements, ({ span }) => span.end > offset)];
  return found && found.span.start <= offset ? found : undefined;
}
