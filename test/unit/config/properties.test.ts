import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sourceText } from "../../../server/src/base/source-text.ts";
import { placeholdersIn } from "../../../server/src/config/placeholder.ts";
import { type PropertyEntry, propertyEntries } from "../../../server/src/config/property-entries.ts";
import { readProperties } from "../../../server/src/config/property-sources.ts";
import { optionEntries } from "../../../server/src/config/shell-options.ts";
import { workspaceOf } from "../../harness/workspace.ts";

/** Entries in short: the name and the value as they are written, and what the value is. */
function written(text: string, entries: readonly PropertyEntry[]): readonly string[] {
  return entries.map(({ nameSpan, valueSpan, value }) => {
    const [name, raw] = [nameSpan, valueSpan].map(({ start, end }) => text.slice(start, end));
    return `${name} | ${raw} | ${value}`;
  });
}

describe("entries of catalina.properties are where they are written", () => {
  const cases: readonly [text: string, ...entries: string[]][] = [
    ["a=1\nb.c : 2\r\nd 3", "a | 1 | 1", "b.c | 2 | 2", "d | 3 | 3"],
    ["# a=1\n! b=2\n\n  c=3", "c | 3 | 3"],
    ["a=x\\\n   y", "a | x\\\n   y | xy"],
    ["my\\ key=\\u0041", "my\\ key | \\u0041 | A"],
    ["a=\nb", "a |  | ", "b |  | "],
    ["a=b\\", "a | b\\ | b"],
  ];
  for (const [text, ...entries] of cases) {
    test(JSON.stringify(text), () => assert.deepEqual(written(text, propertyEntries(text)), entries));
  }
});

describe("options of a script are where they are written", () => {
  const cases: readonly [text: string, ...entries: string[]][] = [
    ['JAVA_OPTS="$JAVA_OPTS -Da.b=1 -Xmx1g -Dc=x"', "a.b | 1 | 1", "c | x | x"],
    ["#-Da=1\n  # -Db=2\n-Dc=3", "c | 3 | 3"],
    ["-Da='x y' -Db=\"z\"", "a | 'x y' | x y", 'b | "z" | z'],
    ["-Da=$HOME -Db=`hostname`", "a | $HOME | undefined", "b | `hostname` | undefined"],
  ];
  for (const [text, ...entries] of cases) {
    test(JSON.stringify(text), () => assert.deepEqual(written(text, optionEntries(text)), entries));
  }
});

test("catalina.properties beats the options, and the last of its entries the others", () => {
  const read = readProperties({
    catalinaProperties: sourceText("conf/catalina.properties", "a=1\na=2"),
    setenv: sourceText("bin/setenv.sh", "-Da=3 -Db=4 -Dc=$X"),
  });
  const places = [...read.all].map(({ name, value, file }) => [name, value, file.path]);
  assert.deepEqual(places.sort(), [
    ["a", "2", "conf/catalina.properties"],
    ["b", "4", "bin/setenv.sh"],
    ["c", undefined, "bin/setenv.sh"],
  ]);
});

test("placeholders end at the first brace, and have no default in their name", () => {
  const names = (text: string) => placeholdersIn(text).map(({ name, start }) => `${start} ${name}`);
  assert.deepEqual(names("${a}:${b.c:-d}"), ["0 a", "5 b.c"]);
  assert.deepEqual(names("${a:-${b}} $c ${d"), ["0 a"]);
});

test("what is typed in catalina.properties counts at once", async () => {
  const path = "t/conf/server.xml";
  const workspace = workspaceOf(
    new Map([
      [path, "<Server><Service/></Server>"],
      ["t/conf/catalina.properties", "a=1"],
    ]),
    "9.0",
  );
  const value = async () => (await workspace.fileAt(path))?.reading.properties.valueOf("a");
  assert.equal(await value(), "1");
  workspace.setOpen("t/conf/catalina.properties", "a=2");
  assert.equal(await value(), "2");
  workspace.setOpen("t/conf/catalina.properties", undefined);
  assert.equal(await value(), "1");
});
