import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { COMMON_VALUES } from "../../server/src/features/completion/common-values.ts";
import {
  CHILDREN_IN_ORDER,
  EMPTY,
  existsInVersion,
  isSingle,
  REQUIRED,
  WEB_VALUES,
} from "../../server/src/features/completion/web-facts.ts";
import { catalogOf } from "../../server/src/schema/catalog.ts";
import { missingTomcat, newest as newestTomcats } from "./tomcats.ts";
import { type WebSchema, webSchema } from "./web-schemas.ts";

/** Elements whose words the schema leaves open although only these are of use. */
const OPEN = ["auth-method", "session-timeout", "load-on-startup", "http-method", "http-method-omission"];
const ENCODINGS = ["request-character-encoding", "response-character-encoding", "page-encoding"];

describe("what is known of web.xml against the schemas in Tomcat's jars", { skip: missingTomcat }, async () => {
  const schemas = new Map<number, WebSchema>();
  if (!missingTomcat) {
    const api = (line: "9.0" | "10.1") =>
      newestTomcats.find((each) => each.line === line)?.jars.find((jar) => /-servlet-api-/.test(jar)) ??
      assert.fail(line);
    for (const version of ["2.3", "2.4", "2.5", "3.0", "3.1", "4.0"])
      schemas.set(Number(version), await webSchema(api("9.0"), "javax", version));
    schemas.set(6, await webSchema(api("10.1"), "jakarta", "6.0"));
  }
  const newest = () => schemas.get(6) ?? assert.fail();
  /** The types an element name has; it may stand in several places. */
  const typesOf = (name: string) =>
    new Set([...newest().children.values()].flat().flatMap((each) => (each.name === name ? [each.type] : [])));
  /** The words of a type by the newest schema that lists them. */
  const wordsOf = (type: string) =>
    [...schemas.values()]
      .reverse()
      .find(({ words }) => words.has(type))
      ?.words.get(type);
  /** The children an element may have, of the newest schema. */
  const childrenOf = (name: string) =>
    [...(name === "web-app" ? ["web-appType"] : typesOf(name))].flatMap((type) => newest().children.get(type) ?? []);

  test("elements came with the version that is told", () => {
    const wrong: string[] = [];
    const paths = [...catalogOf("10.1").webPaths].filter((path) => path.startsWith("web-app/"));
    assert.ok(paths.length > 150, `${paths.length} elements`);
    for (const path of paths) {
      // An element is there with all those around it.
      const steps = path.split("/").slice(1);
      for (const [version, { names }] of schemas) {
        const told = steps.every((_, index) =>
          existsInVersion(["web-app", ...steps.slice(0, index + 1)].join("/"), version),
        );
        // One that left is read all the same.
        const was = [...schemas].some(
          ([other, each]) => other < version && steps.every((step) => each.names.has(step)),
        );
        const there = was || steps.every((step) => names.has(step));
        if (told !== there && !path.startsWith("web-app/taglib"))
          wrong.push(`${path} in ${version}: ${there ? "is" : "is not"} there`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  test("elements that are needed, and those that stand once", () => {
    const wrong: string[] = [];
    for (const [name, needed] of Object.entries(REQUIRED)) {
      const known = childrenOf(name);
      for (const each of needed) if (!known.some((child) => child.name === each)) wrong.push(`${name} has no ${each}`);
      for (const child of known)
        if (child.required && !needed.includes(child.name) && !child.name.includes("description"))
          wrong.push(`${name} needs ${child.name}`);
    }
    const parents = [...newest().children].filter(([type]) => type !== "web-appType" && type !== "web-fragmentType");
    for (const [type, children] of parents) {
      for (const child of children)
        if (isSingle(type.replace(/Type$/, ""), child.name) && !child.single)
          wrong.push(`${type} may have many ${child.name}`);
    }
    assert.deepEqual(wrong, []);
  });

  test("elements without content", () => {
    for (const name of EMPTY) {
      const types = [...typesOf(name)];
      assert.ok(
        types.length > 0 && types.every((type) => /^(emptyType|ordering-othersType)$/.test(type)),
        `${name}: ${types}`,
      );
    }
  });

  test("the order of children", () => {
    const wrong: string[] = [];
    for (const [name, order] of Object.entries(CHILDREN_IN_ORDER)) {
      // Children of web-app may stand in any order since 2.4: theirs is a habit.
      if (name === "web-app") continue;
      const names = childrenOf(name).map((child) => child.name);
      const ours = order.filter((each) => names.includes(each));
      const theirs = [...new Set(names)].filter((each) => order.includes(each));
      if (ours.length < 2 || ours.join() !== theirs.join()) wrong.push(`${name}: ${ours}, really ${theirs}`);
      for (const each of order) if (!names.includes(each)) wrong.push(`${name} has no ${each}`);
    }
    assert.deepEqual(wrong, []);
  });

  test("the words of closed lists", () => {
    const wrong: string[] = [];
    for (const [name, values] of Object.entries(WEB_VALUES)) {
      if (OPEN.includes(name) || ENCODINGS.includes(name)) continue;
      const lists = [...typesOf(name)].flatMap((type) => {
        const words = type === "true-falseType" ? ["true", "false"] : wordsOf(type);
        return words ? [[...words].sort().join()] : [];
      });
      if (!lists.includes([...values].sort().join()))
        wrong.push(`${name}: ${values}, really ${lists} of ${[...typesOf(name)]}`);
    }
    assert.deepEqual(wrong, []);
  });

  test("values of server.xml and context.xml that these schemas list", () => {
    for (const [name, element] of [
      ["Resource auth", "res-auth"],
      ["Resource scope", "res-sharing-scope"],
      ["Environment type", "env-entry-type"],
    ] as const) {
      const words = [...typesOf(element)].flatMap((type) => wordsOf(type) ?? []);
      assert.deepEqual([...(COMMON_VALUES[name] ?? [])].sort(), words.sort(), name);
    }
  });
});
