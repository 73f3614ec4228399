import { decodeText } from "../../server/src/entry/logs/charset.ts";
import { eventOf, type LogEvent } from "../../server/src/logs/formats/event.ts";
import { type LogRecord, RecordReader } from "../../server/src/logs/formats/record.ts";
import type { Phrases } from "../../server/src/logs/recognition/recognise.ts";
import { type NodeStory, StoryTeller } from "../../server/src/logs/story/story.ts";

/** The bytes of a text in UTF-8, a character each. */
export function bytesOf(text: string): string {
  return Buffer.from(text).toString("latin1");
}

/** The records of a text, which comes in parts of these sizes over and over. */
export function recordsOf(text: string, sizes: readonly number[] = [65_536]): readonly LogRecord[] {
  const records: LogRecord[] = [];
  const reader = new RecordReader((record) => records.push(record));
  const bytes = bytesOf(text);
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    reader.write(bytes.slice(at, at + size));
    at += size;
  }
  reader.end();
  return records;
}

/** What a log without headers tells by the texts of a Tomcat. */
export function storyOfMessages(text: string, phrases: Phrases): NodeStory {
  const teller = new StoryTeller("node", decodeText, phrases);
  teller.begin("catalina.out");
  const reader = new RecordReader((record) => teller.take(record), { verbatim: true, wants: teller.wants });
  reader.write(bytesOf(text));
  reader.end();
  return teller.end();
}

export function eventsOf(text: string): readonly LogEvent[] {
  return recordsOf(text).flatMap((record) => eventOf(record, decodeText) ?? []);
}

/** What a node's log of these lines tells. */
export function storyOf(name: string, ...lines: readonly string[]): NodeStory {
  return storyOfFile(`${name}/logs/catalina.out`, name, ...lines);
}

/** The same of a log at another place. */
export function storyOfFile(path: string, name: string, ...lines: readonly string[]): NodeStory {
  const teller = new StoryTeller(name, decodeText);
  teller.begin(path);
  for (const record of recordsOf(`${lines.join("\n")}\n`)) teller.take(record);
  return teller.end();
}
