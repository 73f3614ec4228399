import { RecordReader } from "../formats/record.ts";
import type { Happening } from "./happening.ts";
import { type NodeStory, StoryTeller } from "./story.ts";

/** What a text says that is in memory: a document of an editor, or a part of one. */
export interface LogReading {
  readonly story: NodeStory;
  /** What the entry says that a line belongs to, from 1; a line of a stack trace belongs to the entry above it. */
  happeningAt(line: number): Happening | undefined;
}

/**
 * Reads the lines of a text as a log's. Larger ones than an editor shows well are read from disk in parts.
 *
 * @param file where it is from, for the places in the story
 */
export function readText(text: string, file: string): LogReading {
  const teller = new StoryTeller(file, (part) => part);
  /** By line: the first one of its entry. */
  const firsts = new Map<number, number>();
  teller.begin(file);
  const reader = new RecordReader((record) => {
    for (let line = record.line; line < record.line + record.lines; line++) firsts.set(line, record.line);
    teller.take(record);
  }, teller);
  reader.write(text);
  reader.end();
  const story = teller.end();
  const happenings = new Map<number, Happening>();
  // What is left out of a timeline has no more of it than its first samples; what a timeline has may be known better.
  for (const { first, last, samples } of story.repeated) {
    for (const each of [first, ...samples, last]) happenings.set(each.line, each);
  }
  for (const each of story.timeline) happenings.set(each.line, each);
  return { story, happeningAt: (line) => happenings.get(firsts.get(line) ?? 0) };
}

const QUOTED = /^ {0,3}> ?/;
/** Quotations of quotations; what stands deeper is as it is. */
const DEEPEST = 10;

/** Lines as they were in the log: without the marks of a quotation, and not indented as a whole. */
export function unquoted(text: string): string {
  let lines = text.split("\n");
  const isBlank = (line: string) => line.trim() === "";
  const isQuoted = () =>
    lines.some((line) => !isBlank(line)) && lines.every((line) => isBlank(line) || QUOTED.test(line));
  for (let depth = 0; depth < DEEPEST && isQuoted(); depth++) lines = lines.map((line) => line.replace(QUOTED, ""));
  const indents = lines.filter((line) => !isBlank(line)).map((line) => line.length - line.trimStart().length);
  const common = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => (isBlank(line) ? line : line.slice(common))).join("\n");
}
