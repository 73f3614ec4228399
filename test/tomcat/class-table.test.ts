import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { existsIn } from "../../server/src/schema/catalog.ts";
import { tomcatClass, tomcatClassNames } from "../../server/src/schema/tomcat-classes.ts";
import { classesOf } from "./classes.ts";
import { missingTomcat, tomcats } from "./tomcats.ts";

/** Packages that distributions put into jars of their own, or leave out. */
const ELSEWHERE =
  /^org\.apache\.(jasper|el|tomcat\.(dbcp|jdbc|jni|websocket|util\.(openssl|net\.openssl)))\.|\.(ant|ssi)\./;
/** Left out by Debian: the classes that store a configuration, and the listener for remote JMX. */
const NOT_PACKAGED = /^org\.apache\.catalina\.(storeconfig|mbeans\.JmxRemote)/;

describe("a real Tomcat has every class the table says it has", { skip: missingTomcat }, () => {
  for (const { line, release, ...tomcat } of tomcats) {
    test(release.text, async () => {
      const present = new Set(await classesOf({ line, release, ...tomcat }));
      const said = tomcatClassNames().filter((name) => existsIn(tomcatClass(name)?.releases.get(line) ?? [], release));
      const missing = said.filter((name) => !present.has(name) && !ELSEWHERE.test(name) && !NOT_PACKAGED.test(name));
      assert.deepEqual(missing, []);
      assert.ok(said.length > 1000, `${said.length}`);
    });
  }
});
