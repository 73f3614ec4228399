import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { readFixture } from "../harness/fixture.ts";
import { findingsOn } from "./findings.ts";
import { askTomcat } from "./oracle/oracle.ts";
import { describeOn, missingTomcat, type RealTomcat, started } from "./tomcats.ts";

/** What one of the oracle's verdicts says of a start. */
interface Verdict {
  readonly parsed?: boolean;
  readonly start?: { readonly ok: boolean; readonly exception?: readonly { readonly msg: string | null }[] };
}

/** How our messages say that Tomcat stops. */
const STOPS = /Tomcat does not start|neither does Tomcat/;

/** The oracle sets the Receiver's address to loopback, so what only the address breaks cannot be shown this way. */
const ADJUSTED = new Set(["receiver-address"]);

/** Lists of members whose own one has the address of another machine, so that Tomcat starts with them only there. */
const ELSEWHERE = new Set(["start-options/service-half.xml", "static-start-options/silent-service.xml"]);

const ruleFolder = fileURLToPath(new URL("../../server/src/rules/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tomcat-start-"));
after(() => rmSync(folder, { recursive: true }));

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly stops: boolean;
}

/** Fixtures of rules that claim a refused start, and the silent ones beside them. */
async function samples(of: RealTomcat): Promise<readonly Sample[]> {
  const found: Sample[] = [];
  for (const rule of readdirSync(ruleFolder)) {
    const fixtures = join(ruleFolder, rule, "fixtures");
    if (ADJUSTED.has(rule) || !existsSync(fixtures)) continue;
    const ofRule: Sample[] = [];
    for (const name of readdirSync(fixtures)) {
      if (!name.endsWith(".xml") || /silent-(placeholder|third-party)/.test(name)) continue;
      if (ELSEWHERE.has(`${rule}/${name}`)) continue;
      const { files, tomcat } = readFixture(readFileSync(join(fixtures, name), "utf8"));
      const text = files.get("conf/server.xml");
      if (text === undefined || files.size > 1 || tomcat !== "9.0") continue;
      const errors = (await findingsOn(of, text)).filter((each) => each.severity === "error");
      const stops = errors.some((each) => STOPS.test(each.text.en));
      if (stops || errors.length === 0) ofRule.push({ name: `${rule}/${name}`, text, stops });
    }
    if (ofRule.some(({ stops }) => stops)) found.push(...ofRule);
  }
  return found;
}

const samplesByTomcat = new Map<RealTomcat, readonly Sample[]>();
for (const tomcat of started) samplesByTomcat.set(tomcat, missingTomcat ? [] : await samples(tomcat));

for (const [tomcat, all] of samplesByTomcat) {
  const title = `Tomcat ${tomcat.release} starts, or does not, as the findings say`;
  describeOn(tomcat, title, { skip: missingTomcat }, (test) => {
    const files = all.map(({ text }, index) => {
      const path = join(folder, `${tomcat.release}-${index}.xml`);
      writeFileSync(path, text);
      return path;
    });
    const verdicts = missingTomcat ? [] : askTomcat<Verdict>(tomcat, "--start", "--no-tree", "--timeout=30", ...files);

    for (const [index, { name, stops }] of all.entries()) {
      test(`${name} ${stops ? "stops" : "starts"}`, () => {
        const { parsed, start } = verdicts[index] ?? {};
        const runs = parsed === true && start?.ok === true;
        assert.equal(runs, !stops, JSON.stringify(start));
      });
    }
  });
}
