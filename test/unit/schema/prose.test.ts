import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Catalog, catalogOf } from "../../../server/src/schema/catalog.ts";
import { LINES } from "../../../server/src/schema/lines.ts";
import type { AttributeFacts, ElementFacts } from "../../../server/src/schema/model.ts";
import {
  type AttributeProse,
  elementProseOf,
  explainedClasses,
  proseOf,
  webProseOf,
} from "../../../server/src/schema/prose/index.ts";
import { poolProse } from "../../../server/src/schema/prose/pool.ts";
import { webProse } from "../../../server/src/schema/prose/web.ts";

const CONNECTOR = "org.apache.catalina.connector.Connector";
const PROTOCOLS = [
  "HTTP/1.1",
  "AJP/1.3",
  ...["Http11Protocol", "Http11NioProtocol", "Http11Nio2Protocol", "Http11AprProtocol"].map(
    (name) => `org.apache.coyote.http11.${name}`,
  ),
  ...["AjpProtocol", "AjpNioProtocol", "AjpNio2Protocol", "AjpAprProtocol"].map(
    (name) => `org.apache.coyote.ajp.${name}`,
  ),
];

/** The classes that fit somewhere below an element. */
function classesBelow(element: ElementFacts): readonly string[] {
  const own = element.defaultClass === undefined ? element.classes : [...element.classes, element.defaultClass];
  return [...own, ...[...element.children.values()].flatMap(classesBelow)];
}

/** All elements of server.xml, once for each place. */
function elementsBelow(element: ElementFacts): readonly ElementFacts[] {
  return [element, ...[...element.children.values()].flatMap(elementsBelow)];
}

/** All facts of a class's attributes on a line; a Connector's are those of every protocol. */
function factsOf(catalog: Catalog, className: string): readonly AttributeFacts[] {
  const own = [...(catalog.classNamed(className)?.attributes.values() ?? [])];
  if (className !== CONNECTOR) return own;
  return [...own, ...PROTOCOLS.flatMap((protocol) => [...(catalog.connectorAttributes(protocol)?.values() ?? [])])];
}

/** The classes of the cluster itself on all lines; general Valves and Listeners may stand in a Cluster too. */
const clusterClasses = new Set(
  LINES.flatMap((line) => catalogOf(line).placesOf("Cluster").flatMap(classesBelow)).filter((name) =>
    /^org\.apache\.catalina\.(ha|tribes)\./.test(name),
  ),
);

/** Classes with a page in Tomcat's reference, or with attributes that one describes. */
const describedClasses = new Set(
  LINES.flatMap((line) => {
    const catalog = catalogOf(line);
    return catalog.classNames.filter(
      (name) => catalog.classNamed(name)?.documentedIn.length || factsOf(catalog, name).some((each) => each.documented),
    );
  }),
);

/** An embedded Tomcat's Service, which stands in no file. */
const UNEXPLAINED = new Set(["org.apache.catalina.startup.Embedded"]);

describe("explanations of classes", () => {
  test("cover the cluster and all that Tomcat's reference describes", () => {
    assert.ok(clusterClasses.size >= 39, `${clusterClasses.size}`);
    assert.ok(describedClasses.size >= 120, `${describedClasses.size}`);
    assert.deepEqual(
      [...clusterClasses, ...describedClasses].filter((name) => !proseOf(name) && !UNEXPLAINED.has(name)),
      [],
    );
  });

  test("are of classes that exist", () => {
    const known = new Set(LINES.flatMap((line) => catalogOf(line).classNames));
    assert.deepEqual(
      explainedClasses().filter((name) => !known.has(name)),
      [],
    );
  });

  test("are sentences in both languages, and each says something of its own", () => {
    const seen = new Map<string, string>();
    for (const name of explainedClasses()) {
      const prose = proseOf(name);
      assert.ok(prose);
      assertSentences(prose.text, name);
      const simple = name.slice(name.lastIndexOf(".") + 1);
      for (const text of Object.values(prose.text)) {
        assert.equal(seen.get(text) ?? simple, simple, text);
        seen.set(text, simple);
      }
    }
  });
});

describe("explanations of attributes", () => {
  test("cover all that Tomcat's reference describes, on every line", () => {
    const missing = new Set<string>();
    let seen = 0;
    for (const line of LINES) {
      for (const name of describedClasses) {
        for (const attribute of factsOf(catalogOf(line), name)) {
          if (!attribute.documented || UNEXPLAINED.has(name)) continue;
          seen++;
          if (!proseOf(name)?.attributes[attribute.name]) missing.add(`${name}#${attribute.name}`);
        }
      }
    }
    assert.ok(seen > 5000, `${seen}`);
    assert.deepEqual([...missing], []);
  });

  test("are of attributes that exist", () => {
    const unknown: string[] = [];
    for (const name of explainedClasses()) {
      const known = new Set(LINES.flatMap((line) => factsOf(catalogOf(line), name)).map((each) => each.name));
      for (const attribute of Object.keys(proseOf(name)?.attributes ?? {})) {
        if (!known.has(attribute)) unknown.push(`${name}#${attribute}`);
      }
    }
    assert.deepEqual(unknown, []);
  });

  test("are sentences in both languages", () => {
    for (const { where, prose } of allAttributes()) assertSentences(prose.text, where);
  });

  test("name a range that the default lies in, of a number", () => {
    const wrong: string[] = [];
    for (const { name, attribute, prose, where } of allAttributes()) {
      const { range, unit } = prose;
      if (!range && !unit) continue;
      for (const line of LINES) {
        for (const { name: fact, default: fallback, type } of factsOf(catalogOf(line), name)) {
          if (fact !== attribute) continue;
          if (type === "boolean") wrong.push(`${where} is a boolean`);
          if (!range || fallback === null || fallback === undefined) continue;
          const value = Number(fallback);
          const fits = value >= (range.min ?? Number.NEGATIVE_INFINITY) && value <= (range.max ?? Infinity);
          if (!fits) wrong.push(`${where} on ${line}: ${fallback}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  test("of different names are different", () => {
    const names = new Map<string, Set<string>>();
    for (const { attribute, prose } of allAttributes()) {
      for (const text of Object.values(prose.text)) names.set(text, (names.get(text) ?? new Set()).add(attribute));
    }
    const shared = [...names].filter(([, each]) => each.size > 1).map(([text, each]) => `${[...each]}: ${text}`);
    assert.deepEqual(shared, []);
  });
});

describe("explanations of elements", () => {
  const elements = LINES.flatMap((line) => elementsBelow(catalogOf(line).root("Server") ?? assert.fail()));

  test("cover every element of server.xml and context.xml, and the attributes no class has", () => {
    const missing = new Set<string>();
    for (const { name, ruleAttributes, defaultClass } of elements) {
      const prose = elementProseOf(name);
      if (prose) assertSentences(prose.text, name);
      else missing.add(name);
      for (const attribute of ruleAttributes) {
        const of = prose?.attributes?.[attribute] ?? (defaultClass && proseOf(defaultClass)?.attributes[attribute]);
        if (!of) missing.add(`${name}#${attribute}`);
      }
    }
    assert.ok(elements.length > 400, `${elements.length}`);
    assert.deepEqual([...missing], []);
  });

  test("of web.xml are of paths that Tomcat reads", () => {
    for (const [path, text] of Object.entries(webProse())) assertSentences(text, path);
    const read = LINES.flatMap((line) => [...catalogOf(line).webPaths]);
    const paths = Object.keys(webProse());
    assert.ok(paths.length > 30, `${paths.length}`);
    assert.deepEqual(
      paths.filter((path) => path !== "" && !read.some((each) => `${each}/`.startsWith(`web-app/${path}/`))),
      [],
    );
  });
});

test("explanations of a data source's attributes are sentences, and belong to a pool", () => {
  const attributes = Object.entries(poolProse());
  assert.ok(attributes.length > 25, `${attributes.length}`);
  for (const [name, { prose, pools }] of attributes) {
    assertSentences(prose.text, name);
    assert.ok(pools.length > 0, name);
  }
});

test("names that every object has are no explanations", () => {
  for (const name of ["constructor", "toString", "__proto__"]) {
    assert.equal(proseOf(name), undefined);
    assert.equal(elementProseOf(name), undefined);
    assert.equal(webProseOf(name), undefined);
  }
});

function* allAttributes(): Generator<{
  readonly name: string;
  readonly attribute: string;
  readonly prose: AttributeProse;
  readonly where: string;
}> {
  for (const name of explainedClasses()) {
    for (const [attribute, prose] of Object.entries(proseOf(name)?.attributes ?? {})) {
      yield { name, attribute, prose, where: `${name}#${attribute}` };
    }
  }
}

function assertSentences({ en, ko }: AttributeProse["text"], where: string): void {
  assert.match(en, /^\S.*\S\.$/s, where);
  assert.match(ko, /[가-힣].*\.$/s, where);
  assert.doesNotMatch(en, /[가-힣]/, where);
}
