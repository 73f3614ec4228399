import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CheckHost } from "../../server/src/cli/batch.ts";
import { type CheckOptions, check, type Pool } from "../../server/src/cli/check.ts";
import { hostOf } from "../harness/check-host.ts";
import { fleet } from "../harness/fleet.ts";
import { BROKEN, inNewFolder } from "../harness/shell.ts";
import { inFront } from "./fronts.ts";

const OPTIONS: CheckOptions = {
  locale: "en",
  line: "9.0",
  fix: "leave",
  baseline: undefined,
  updateBaseline: false,
  allowEmpty: false,
  failOn: "hint",
};

/** Routes that are none of the nodes'. */
const MISROUTED = `<Proxy balancer://a>
BalancerMember http://node1:8080 route=x
BalancerMember http://node2:8080 route=y
</Proxy>
ProxyPass / balancer://a/ stickysession=JSESSIONID
`;

describe("one file of many", () => {
  test("that this program stumbles over is named, and the others are reported", async () => {
    const files = new Map(["a", "b", "c"].map((name) => [`${name}/conf/server.xml`, BROKEN]));
    const host: CheckHost = {
      ...hostOf(files),
      hash(text) {
        if (text.startsWith("b/")) throw new RangeError("Maximum call stack size exceeded");
        return text;
      },
    };
    const { report, problems, exitCode } = await check([""], host, OPTIONS);
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ["a/conf/server.xml", "c/conf/server.xml"],
    );
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? "", /^b\/conf\/server\.xml: could not be checked, .*: Maximum call stack/);
    assert.equal(exitCode, 2);
  });

  test("of a load balancer that this program stumbles over is named, and the nodes behind it are reported", async () => {
    const texts = inFront("a.conf", MISROUTED);
    const files = new Map(Object.entries(texts).map(([path, text]) => [`w/${path}`, text]));
    const host: CheckHost = {
      ...hostOf(files),
      hash(text) {
        if (text.startsWith("w/a.conf")) throw new RangeError("Maximum call stack size exceeded");
        return text;
      },
    };
    const { report, problems, exitCode } = await check(["w"], host, OPTIONS);
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ["w/node1/conf/server.xml", "w/node2/conf/server.xml"],
    );
    assert.match(problems.join("\n"), /^w\/a\.conf: could not be checked, .*: Maximum call stack[^\n]*$/);
    assert.equal(exitCode, 2);
  });

  test("takes only its batch with it where a thread dies", async () => {
    const { files } = fleet(240, 7);
    const paths = [...files.keys()].sort();
    const keys: Pool["keys"] = () => Promise.resolve({ keys: [], configurations: [] });
    const pool: Pool = {
      keys,
      check: ({ paths: batch }) =>
        batch.includes(paths[0] ?? "")
          ? Promise.reject(new Error("out of memory"))
          : Promise.resolve({
              files: batch.map((path) => ({ path, tomcat: "9.0", findings: [] })),
              problems: [],
              notes: [],
              tooOld: [],
              configurations: [],
              changes: [],
            }),
    };
    const { report, problems } = await check([""], hostOf(files), { ...OPTIONS, pool });
    assert.equal(report.files.length + problems.length, 240);
    assert.ok(report.files.length > 100);
    assert.ok(problems.every((line) => line.includes("out of memory")));

    const blind = await check([""], hostOf(files), {
      ...OPTIONS,
      pool: { ...pool, keys: () => Promise.reject(new Error("gone")) },
    });
    assert.ok(
      blind.problems.some((line) =>
        line.endsWith("is compared with no other node, because it could not be read: gone"),
      ),
    );
  });
});

test("a Tomcat of more applications than any has is checked, and what is left out is said", async () => {
  const application = "<web-app><distributable/></web-app>";
  const texts = new Map([
    ["w/conf/server.xml", BROKEN],
    ["w/webapps/a/WEB-INF/web.xml", application],
    ["w/webapps/z/WEB-INF/web.xml", application],
  ]);
  const host = hostOf(texts);
  const many = Array.from({ length: 2_100 }, (_, index) => ({ name: `b${index}`, folder: true }));
  const { report, problems, exitCode } = await check(
    ["w"],
    {
      ...host,
      files: {
        ...host.files,
        list: async (path) => {
          const entries = await host.files.list(path);
          return path === "w/webapps" && entries ? [...entries, ...many] : entries;
        },
      },
    },
    OPTIONS,
  );
  assert.deepEqual(
    report.files.map(({ path }) => path),
    ["w/conf/server.xml", "w/webapps/a/WEB-INF/web.xml"],
  );
  assert.deepEqual(problems, ["w/webapps: more than 2000 applications are in it; 102 were left out."]);
  assert.equal(exitCode, 2);
});

describe("a configuration", () => {
  const { write, run } = inNewFolder();
  /** Larger files are not read at all. */
  const LARGEST = 250_000;
  const LISTS = LARGEST / "[]".length;
  const OBJECTS = LARGEST / '{"rules":}'.length;

  for (const [what, text] of [
    ["lists", `{"rules":${"[".repeat(LISTS)}${"]".repeat(LISTS)}}`],
    ["objects", `${'{"rules":'.repeat(OBJECTS)}1${"}".repeat(OBJECTS)}`],
  ] as const) {
    test(`of nested ${what} is named, and the files are reported`, () => {
      write("conf/server.xml", BROKEN);
      write(".tomcat-cluster.json", text);
      const { status, stdout, stderr } = run("check", "conf", "--format", "compact");
      assert.equal(status, 2);
      assert.match(stderr, /\.tomcat-cluster\.json:1: It is nested too deeply/);
      assert.match(stdout, /value-not-quoted/);
    });
  }

  test("with mistakes without end has as many lines as anyone reads", () => {
    write("conf/server.xml", BROKEN);
    const unknown = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`no-such-${index}`, "off"]));
    write(".tomcat-cluster.json", JSON.stringify({ rules: unknown }));
    const { status, stderr } = run("check", "conf");
    assert.equal(status, 2);
    assert.equal(stderr.split("\n").length, 101);
  });
});
