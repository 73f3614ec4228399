import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { DOMParser } from "@xmldom/xmldom";
import fc from "fast-check";
import type { Locale } from "../../../server/src/base/localized.ts";
import { effectiveJson, effectiveXml } from "../../../server/src/config/effective/document.ts";
import { readConfigFile } from "../../../server/src/config/file.ts";
import { cases, runs } from "../../harness/effort.ts";
import { type Fixture, readFixture } from "../../harness/fixture.ts";
import { workspaceOf } from "../../harness/workspace.ts";

/** Each `name.xml` is read, and `name.effective.xml` is what it becomes. */
const folder = fileURLToPath(new URL("effective/", import.meta.url));
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".xml") && !name.includes(".effective."));
const texts = fixtures.map((name) => [...readFixture(readFileSync(join(folder, name), "utf8")).files][0]?.[1] ?? "");

async function effective({ files, tomcat }: Fixture, locale: Locale, marks: boolean): Promise<string> {
  const workspace = workspaceOf(files, tomcat);
  const [path = ""] = files.keys();
  const file = await workspace.fileAt(path);
  assert.ok(file, path);
  const text = effectiveXml(file, { locale, marks });
  assert.ok(text !== undefined, path);
  return text;
}

function read(text: string) {
  const file = readConfigFile("conf/server-cluster.xml", text, { line: "9.0", release: undefined });
  return file && effectiveXml(file, { locale: "en", marks: true });
}

/** Throws where a strict parser stops. */
function parseStrictly(text: string): void {
  new DOMParser({
    onError: (level, message) => {
      if (level !== "warning") throw new Error(`${message}\n${text}`);
    },
  }).parseFromString(text, "text/xml");
}

describe("what Tomcat makes of a file", () => {
  for (const name of fixtures) {
    test(name, async () => {
      const written = await effective(readFixture(readFileSync(join(folder, name), "utf8")), "en", true);
      const path = join(folder, name.replace(/\.xml$/, ".effective.xml"));
      if (process.env["UPDATE_FIXTURES"]) writeFileSync(path, written);
      assert.equal(written, readFileSync(path, "utf8"));
      parseStrictly(written);
    });
  }

  test("in Korean only the comments differ", async () => {
    const fixture = readFixture(readFileSync(join(folder, "rejected.xml"), "utf8"));
    const [en, ko] = [await effective(fixture, "en", true), await effective(fixture, "ko", true)];
    const withoutComments = (text: string) => text.replace(/ *<!--[\s\S]*?-->\n/g, "");
    assert.equal(withoutComments(ko), withoutComments(en));
    assert.match(ko, /거부됨: port="45564 " \(정수가 아니므로 기본값이 유지됩니다\)/);
  });

  test("without marks two files that come to the same are the same", async () => {
    const bare = readFixture(
      '<!--- cluster.xml -->\n<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>',
    );
    const spelt = readFixture(
      `<!--- cluster.xml -->
<Cluster channelSendOptions="8" className="org.apache.catalina.ha.tcp.SimpleTcpCluster">
  <!-- What Tomcat would do anyway, and a slip. -->
  <Valve className="org.apache.catalina.ha.session.JvmRouteBinderValve"/>
  <Valve className="org.apache.catalina.ha.tcp.ReplicationValve"/>
  <Chanel/>
  <Manager className="org.apache.catalina.ha.session.DeltaManager" stateTransferTimeout="060"/>
</Cluster>`,
    );
    assert.equal(await effective(spelt, "en", false), await effective(bare, "ko", false));
  });

  test("a web.xml becomes nothing", () => {
    const file = readConfigFile("WEB-INF/web.xml", "<web-app/>", { line: "9.0", release: undefined });
    assert.equal(file && effectiveXml(file, { locale: "en", marks: true }), undefined);
  });

  test("as JSON it says the same, in one language", () => {
    const file = readConfigFile("cluster.xml", texts[fixtures.indexOf("rejected.xml")] ?? "", {
      line: "9.0",
      release: undefined,
    });
    const text = file && effectiveJson(file, { locale: "ko" });
    const json: { root: { lost: unknown } } = JSON.parse(text ?? "");
    assert.deepEqual(json.root.lost, [
      { name: "sendOptions", written: "8", why: "SimpleTcpCluster에 없는 속성입니다" },
    ]);
  });
});

/** What people and accidents put into an XML file. */
const damage = fc.constantFrom(
  ...["<", "&", ">", '"', "'", "--", "<!--", "-->", "]]>", "&amp", "&#0;", "&nbsp;", "\u0001", "\ud800", "\ufffe", "-"],
  ...[
    "<?",
    "</",
    "/>",
    "=",
    " ",
    "",
    " a='--' a='2'",
    "<Valve/>",
    "${x}",
    "{{ y }}",
    "<Cluster ",
    "<Engine>",
    "<Host ",
  ],
);

describe("any text", () => {
  test("never throws, and the answer is well-formed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 12 }), damage), { minLength: 1, maxLength: 4 }),
        (text, damages) => {
          const damaged = damages.reduce((before, [place, cut, put]) => {
            const at = place % (before.length + 1);
            return before.slice(0, at) + put + before.slice(at + cut);
          }, text);
          const answer = read(damaged);
          if (answer !== undefined) parseStrictly(answer);
        },
      ),
      { numRuns: runs(400) },
    );
  });

  test("as it is typed, letter by letter", () => {
    for (const text of texts) {
      for (const length of cases(Array.from({ length: Math.ceil(text.length / 17) }, (_, index) => index * 17))) {
        const answer = read(text.slice(0, length));
        if (answer !== undefined) parseStrictly(answer);
      }
    }
  });

  test("that nests deeply does not exhaust anything", () => {
    assert.equal(typeof read("<Cluster className='x'>".repeat(20_000)), "string");
    assert.equal(typeof read(`<Server>${"<Service><Engine><Host><Cluster>".repeat(5000)}`), "string");
  });
});
