import { Lines } from "../../server/src/base/lines.ts";
import type { Diagnostic } from "../../server/src/lint/diagnostic.ts";

/**
 * A fixture is XML a user could open, with the expected findings written below the lines they are on:
 *
 *     <Membership className="…" dropTime="300"/>
 *     <!--                                ^^^ error: what the finding says -->
 *
 * Lines of that form are taken out before the text is read, so they may stand inside a start tag.
 * `<!--- conf/web.xml -->` begins another file (`lib/a.jar!/META-INF/x.xml` one inside of an archive), `<!--- tomcat 8.5 -->` says which Tomcat.
 */
export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  readonly tomcat: string;
}

const FILE = /^<!---\s+(\S+)\s+-->$/;
const TOMCAT = /^<!---\s+tomcat\s+(\S+)\s+-->$/;
const EXPECTATION = /^<!--\s*\^+ .*-->$/;

export function readFixture(text: string): Fixture {
  const files = new Map<string, string>();
  let tomcat = "9.0";
  let name = "conf/server.xml";
  let lines: string[] = [];
  const finish = () => {
    if (lines.length > 0) files.set(name, `${lines.join("\n")}\n`);
  };
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const version = TOMCAT.exec(line)?.[1];
    const file = FILE.exec(line)?.[1];
    if (version !== undefined) tomcat = version;
    else if (file !== undefined) {
      finish();
      name = file;
      lines = [];
    } else if (!EXPECTATION.test(line.trim())) lines.push(line);
  }
  finish();
  return { files, tomcat };
}

/** The fixture's text as it should be: its files with these findings written into them. */
export function writeFixture(fixture: Fixture, findings: ReadonlyMap<string, readonly Diagnostic[]>): string {
  const parts: string[] = [];
  if (fixture.tomcat !== "9.0") parts.push(`<!--- tomcat ${fixture.tomcat} -->\n`);
  for (const [name, text] of fixture.files) {
    if (fixture.files.size > 1 || name !== "conf/server.xml") parts.push(`<!--- ${name} -->\n`);
    const places = new Lines(text);
    text
      .replace(/\n$/, "")
      .split("\n")
      .forEach((line, index) => {
        parts.push(`${line}\n`);
        for (const { at, severity, text: message } of findings.get(name) ?? []) {
          const { line: found, character } = places.positionAt(at.start);
          if (found !== index) continue;
          const width = Math.max(1, Math.min(at.end - at.start, line.length - character));
          parts.push(`${"<!--".padEnd(Math.max(character, 5))}${"^".repeat(width)} ${severity}: ${message.en} -->\n`);
        }
      });
  }
  return parts.join("");
}
