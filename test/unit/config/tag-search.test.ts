import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceText } from "../../../server/src/base/source-text.ts";
import type { ConfigFile } from "../../../server/src/config/file.ts";
import { readConfigFile } from "../../../server/src/config/file.ts";
import type { Properties } from "../../../server/src/config/properties.ts";
import { readProperties } from "../../../server/src/config/property-sources.ts";
import { TagSearch } from "../../../server/src/config/tag-search.ts";

const HOSTS = ["a", "b", "c"].map((name) => `<Host name="${name}"><Alias>w.${name}</Alias></Host>`).join("");
const TEXT = `<Server><Service name="s"><Engine name="e" defaultHost="a">${HOSTS}</Engine></Service></Server>`;

const VERSION = { line: "9.0", release: undefined, assumed: false } as const;

function read(text: string, last?: ConfigFile, properties?: Properties): ConfigFile {
  const file = readConfigFile("conf/server.xml", text, VERSION, { last, ...(properties ? { properties } : {}) });
  assert.ok(file);
  return file;
}

/** A search for Hosts of a name, and the names of the elements that its test looks at. */
function searchFor(name: string) {
  const looked: string[] = [];
  const search = new TagSearch((component) => {
    looked.push(component.name);
    return component.name === "Host" && component.text("name") === name;
  });
  const startsIn = (file: ConfigFile) => search.in(file).map(({ element }) => element.span.start);
  return { looked, startsIn };
}

test("what passes is found in document order, at its present place", () => {
  const { startsIn } = searchFor("b");
  const first = read(TEXT);
  const at = TEXT.indexOf('<Host name="b"');
  assert.deepEqual(startsIn(first), [at]);
  const longer = TEXT.replace('"a">', '"abc">').replace('name="c"', 'name="b"');
  const second = read(longer, first);
  assert.deepEqual(startsIn(second), [at + 2, longer.lastIndexOf("<Host")]);
});

test("an element without any is not gone through again, and one that was edited is", () => {
  const { looked, startsIn } = searchFor("d");
  const first = read(TEXT);
  assert.deepEqual(startsIn(first), []);
  looked.length = 0;
  const edited = TEXT.replace("w.b", "w.bb");
  assert.deepEqual(startsIn(read(edited, first)), []);
  assert.deepEqual(looked, ["Server", "Service", "Engine", "Host", "Alias"]);
});

test("another value of a property counts as another text", () => {
  const { startsIn } = searchFor("d");
  const written = TEXT.replace('name="b"', `name="${"${b}"}"`);
  const first = read(written);
  assert.deepEqual(startsIn(first), []);
  const properties = readProperties({
    catalinaProperties: sourceText("conf/catalina.properties", "b=d"),
    setenv: undefined,
  });
  const now = read(written, first, properties);
  assert.deepEqual(startsIn(now), [written.indexOf('<Host name="$')]);
});
