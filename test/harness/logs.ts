import { decodeText } from "../../server/src/entry/logs/charset.ts";
import { eventOf, type LogEvent } from "../../server/src/logs/event.ts";
import { type LogRecord, RecordReader } from "../../server/src/logs/record.ts";
import { type NodeStory, StoryTeller } from "../../server/src/logs/story.ts";

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

export function eventsOf(text: string): readonly LogEvent[] {
  return recordsOf(text).flatMap((record) => eventOf(record, decodeText) ?? []);
}

/** What a node's log of these lines tells. */
export function storyOf(name: string, ...lines: readonly string[]): NodeStory {
  const teller = new StoryTeller(name, decodeText);
  teller.begin(`${name}/logs/catalina.out`);
  for (const record of recordsOf(`${lines.join("\n")}\n`)) teller.take(record);
  return teller.end();
}

/** A member as MemberImpl prints it: the last of 192.168.56.X, how long it has been running, and whether it leaves. */
export function member(last: number, alive = 1000, leaving = false): string {
  const bytes = `{192, 168, 56, ${last}}`.replace("192", "-64").replace("168", "-88");
  const command = leaving ? "{66 65 66 89 45 65 76 69 ...(9)}" : "{}";
  return `org.apache.catalina.tribes.membership.MemberImpl[tcp://${bytes}:4000,${bytes},4000, alive=${alive}, securePort=-1, UDP Port=-1, id={1 2 3 }, payload={}, command=${command}, domain={}]`;
}

/** A line of OneLineFormatter at this second of a day. Its sentence is not Tomcat's: nothing may depend on that. */
export function line(second: number, level: string, place: string, message: string, thread = "main"): string {
  const time = new Date(Date.UTC(2023, 1, 8) + Math.round(second * 1000)).toISOString();
  return `${time.slice(8, 10)}-Feb-2023 ${time.slice(11, 23)} ${level} [${thread}] org.apache.catalina.${place} ${message}`;
}
