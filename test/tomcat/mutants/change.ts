import { type Edit, span } from "../../../server/src/base/span.ts";
import type { Line } from "../../../server/src/schema/lines.ts";
import { parse } from "../../../server/src/syntax/parse.ts";
import type { XmlAttribute, XmlElement } from "../../../server/src/syntax/tree.ts";
import { walkElements } from "../../../server/src/syntax/walk.ts";
import type { Random } from "./random.ts";

/** What mutants are made for. */
export interface Target {
  readonly line: Line;
  /** All classes of this Tomcat, whatever they are for. */
  readonly classes: readonly string[];
}

/** One mutation; undefined where the text has nothing to change. */
export type Change = (text: string, random: Random, target: Target) => readonly Edit[] | undefined;
export type Kinds = Readonly<Record<string, Change>>;

/** Elements but the root, whose name decides what the file is. */
export const elementsOf = (text: string): readonly XmlElement[] => [...walkElements(parse(text))].slice(1);
export const attributesOf = (text: string): readonly XmlAttribute[] =>
  elementsOf(text).flatMap((each) => each.attributes);

/** Another text for one value, made from it. */
export function changedValue(
  text: string,
  random: Random,
  change: (value: string, random: Random) => string,
  isMeant: (attribute: XmlAttribute) => boolean = () => true,
): readonly Edit[] | undefined {
  const value = random.of(attributesOf(text).filter(isMeant))?.value;
  return value && [{ span: value.inner, newText: change(value.raw, random) }];
}

/** True for a value that is a number as written. */
export const isNumber = ({ value }: XmlAttribute): boolean => /^-?\d+$/.test(value?.raw ?? "");
export const isClassName = ({ name }: XmlAttribute): boolean => name === "className";

/** Something more at the end of an element that has an end tag. */
export function inserted(
  text: string,
  random: Random,
  written: string,
  isMeant: (element: XmlElement) => boolean = () => true,
): readonly Edit[] | undefined {
  const all = [...walkElements(parse(text))].filter((each) => each.endTag && isMeant(each));
  const end = random.of(all)?.endTag?.span.start;
  return end === undefined ? undefined : [{ span: span(end, end), newText: written }];
}

/** Something between the characters of a text, at this place of it. */
export const at = (place: number, newText: string): readonly Edit[] => [{ span: span(place, place), newText }];
