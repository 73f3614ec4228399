import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readClassFile } from "../../../server/src/applications/class-file.ts";
import { Serializables } from "../../../server/src/applications/serializable.ts";
import { sessionAttributesOf } from "../../../server/src/applications/session-attributes.ts";
import { readFixture } from "../../harness/fixture.ts";

const fixture = new URL(
  "../../../server/src/rules/session-attribute-not-serializable/fixtures/servlet.xml",
  import.meta.url,
);
const { files } = readFixture(readFileSync(fixture, "utf8"));
const bytesOf = (name: string) =>
  Buffer.from(files.get(`webapps/shop/WEB-INF/classes/shop/${name}.class`) ?? "", "base64");
const servlet = bytesOf("CartServlet");

describe("a class file", () => {
  test("tells what the class is, and what it puts into sessions", () => {
    const read = readClassFile(servlet) ?? assert.fail();
    assert.equal(read.name, "shop/CartServlet");
    assert.equal(read.superclass, "javax/servlet/http/HttpServlet");
    assert.deepEqual(sessionAttributesOf(read), [
      { name: "cart", type: "shop/Cart", isExact: true, line: 15 },
      { name: "order", type: "shop/Order", isExact: true, line: 17 },
    ]);
    assert.deepEqual(readClassFile(bytesOf("Order"))?.interfaces, ["java/io/Serializable"]);
  });

  test("may be cut off anywhere", () => {
    for (let length = 0; length < servlet.length; length++) {
      const read = readClassFile(servlet.subarray(0, length));
      if (read) assert.ok(sessionAttributesOf(read).length <= 2);
    }
  });

  test("may hold anything", () => {
    const change = fc.tuple(fc.nat(servlet.length - 1), fc.nat(255));
    const property = fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      const broken = Buffer.from(servlet);
      for (const [at, byte] of changes) broken[at] = byte;
      const read = readClassFile(broken);
      if (read) sessionAttributesOf(read);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  test("may be something else", () => {
    assert.equal(readClassFile(Buffer.from("PK\u0003\u0004")), undefined);
    assert.equal(readClassFile(new Uint8Array()), undefined);
  });
});

describe("Serializable", () => {
  const plain = { interfaces: [], isConcrete: true };
  const exact = (type: string) => ({ type, isExact: true });

  test("is what a superclass or an interface is", () => {
    const classes = new Serializables([
      { ...plain, name: "Base", superclass: "java/lang/Object", interfaces: ["Marked"] },
      {
        ...plain,
        name: "Marked",
        superclass: "java/lang/Object",
        interfaces: ["java/io/Serializable"],
        isConcrete: false,
      },
      { ...plain, name: "Child", superclass: "Base" },
      { ...plain, name: "Plain", superclass: "java/lang/Object", interfaces: ["java/lang/Runnable"] },
      { ...plain, name: "Foreign", superclass: "library/Thing" },
    ]);
    assert.equal(classes.isRefused(exact("Child")), false);
    assert.equal(classes.isRefused(exact("Plain")), true);
    assert.equal(classes.isRefused(exact("Foreign")), false, "a library's class is not known");
    assert.equal(classes.isRefused(exact("Unknown")), false);
  });

  test("of classes that derive from each other is not known", () => {
    const classes = new Serializables([
      { ...plain, name: "One", superclass: "Other" },
      { ...plain, name: "Other", superclass: "One" },
    ]);
    assert.equal(classes.isRefused(exact("One")), false);
  });

  test("of a declared class depends on what derives from it", () => {
    const classes = new Serializables([
      { ...plain, name: "Open", superclass: "java/lang/Object" },
      { ...plain, name: "Good", superclass: "Open", interfaces: ["java/io/Serializable"] },
      { ...plain, name: "Closed", superclass: "java/lang/Object" },
    ]);
    assert.equal(classes.isRefused({ type: "Open", isExact: false }), false);
    assert.equal(classes.isRefused({ type: "Open", isExact: true }), true);
    assert.equal(classes.isRefused({ type: "Closed", isExact: false }), true);
  });
});
