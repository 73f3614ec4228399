import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { decodeText } from "../../../server/src/entry/logs/charset.ts";
import { readResources } from "../../../server/src/entry/logs/resources.ts";
import { type Diagnosis, diagnose } from "../../../server/src/logs/findings/diagnose.ts";
import { eventOf } from "../../../server/src/logs/formats/event.ts";
import type { LogRecord } from "../../../server/src/logs/formats/record.ts";
import { RecordReader } from "../../../server/src/logs/formats/record.ts";
import { phrasesOf } from "../../../server/src/logs/recognition/phrases.ts";
import { recognise } from "../../../server/src/logs/recognition/recognise.ts";
import { type NodeStory, StoryTeller } from "../../../server/src/logs/story/story.ts";
import { bytesOf } from "../../harness/logs.ts";
import type { RealTomcat } from "../tomcats.ts";

/** Options by which a Tomcat logs as its own catalina.sh has it do, in a language. */
export function loggingOptions(
  base: string,
  language: string,
  formatter = "org.apache.juli.OneLineFormatter",
): readonly string[] {
  return [
    "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
    `-Djava.util.logging.config.file=${join(base, "conf/logging.properties")}`,
    `-Duser.language=${language}`,
    ...["-Dfile.encoding=UTF-8", "-Djava.net.preferIPv4Stack=true", `-Dtest.formatter=${formatter}`],
    // That of Java, not that of other suites.
    "-Djava.util.logging.SimpleFormatter.format=%1$tb %1$td, %1$tY %1$tl:%1$tM:%1$tS %1$Tp %2$s%n%4$s: %5$s%6$s%n",
  ];
}

/** conf/logging.properties: all to the console, in this layout. */
export function loggingProperties(formatter: string): string {
  const console = "java.util.logging.ConsoleHandler";
  return `handlers=${console}\n.handlers=${console}\n${console}.level=INFO\n${console}.formatter=${formatter}\n${console}.encoding=UTF-8\n`;
}

/** The same Tomcat with its texts in a language. */
export function withTexts(real: RealTomcat, language: string): RealTomcat {
  const folder = dirname(real.jars[0] ?? "");
  const texts = new RegExp(`-i18n-${language}-${real.release.text.replaceAll(".", "\\.")}\\.jar$`);
  return {
    ...real,
    jars: [
      ...real.jars,
      ...readdirSync(folder)
        .filter((name) => texts.test(name))
        .map((name) => join(folder, name)),
    ],
  };
}

function recordsOf(log: string): readonly LogRecord[] {
  const records: LogRecord[] = [];
  const reader = new RecordReader((record) => records.push(record));
  reader.write(bytesOf(log));
  reader.end();
  return records;
}

export function storyOfLog(name: string, log: string): NodeStory {
  const teller = new StoryTeller(name, decodeText);
  teller.begin(`${name}/logs/catalina.out`);
  for (const record of recordsOf(log)) teller.take(record);
  return teller.end();
}

/** What the logs of the nodes of a cluster tell together. */
export function diagnosisOf(logs: readonly string[]): Diagnosis {
  return diagnose(logs.map((log, index) => storyOfLog(`node${index + 1}`, log)));
}

/**
 * Lines in which Tomcat's own texts, in any of its languages, stand for another key than the facts of the line say.
 */
export async function disagreements(real: RealTomcat, log: string): Promise<readonly string[]> {
  const resources = await readResources(dirname(real.jars[0] ?? ""));
  if (!resources) throw new Error("no texts");
  const phrases = phrasesOf(resources);
  const all = [...resources.keys()];
  return recordsOf(log).flatMap((record) => {
    const event = eventOf(record, decodeText);
    const found = event && recognise(event);
    if (!event || !found) return [];
    const told = phrases(all, event.message);
    return told === undefined || found.keys.includes(told) ? [] : [`${told}, not ${found.keys}: ${record.texts[0]}`];
  });
}
