import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { check } from "../../server/src/entry/library/library.ts";

/** A node whose every name is this one, with a mistake. */
const node = (name: string) => `<Server><Service name="${name}"><Connector port="8080" ${name}="1"/>
<Engine name="${name}" defaultHost="${name}" jvmRoute="${name}">
<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" clusterName="\${${name}}"/>
<Host name="${name}"><Context path="/${name}"><${name}/></Context></Host></Engine></Service></Server>`;

describe("the library", () => {
  for (const name of ["__proto__", "constructor", "hasOwnProperty", "toString"]) {
    test(`takes ${name} for a name like any other`, async () => {
      const shape = async (word: string) => {
        const files = new Map([
          [`${word}/conf/server.xml`, node(word)],
          [`${word}/conf/catalina.properties`, `${word}=${word}\n`],
          [`${word}2/conf/server.xml`, node(`${word}2`)],
          [`${word}/webapps/${word}/WEB-INF/web.xml`, `<web-app><distributable/><${word}/></web-app>`],
          [".tomcat-cluster.json", `{"rules":{"${word}":"off"},"clusters":[{"name":"${word}","nodes":["**"]}]}`],
        ]);
        const checked = await check(Object.fromEntries(files));
        return checked.map(({ path, findings }) => [path, findings.map(({ rule, start }) => [rule, start.line])]);
      };
      const plain = JSON.stringify(await shape("plainName"));
      assert.equal(JSON.stringify(await shape(name)), plain.replaceAll("plainName", name));
    });
  }

  test("lets no configuration count that hides in __proto__", async () => {
    const customRules = [{ id: "house-rule", select: "//Service", message: "Ours" }];
    const rulesIn = async (configuration: string) => {
      const files = { "conf/server.xml": node("a"), ".tomcat-cluster.json": configuration };
      return (await check(files)).flatMap(({ findings }) => findings.map(({ rule }) => rule));
    };
    assert.ok((await rulesIn(JSON.stringify({ customRules }))).includes("house-rule"));
    assert.ok(!(await rulesIn(`{"__proto__":${JSON.stringify({ customRules })}}`)).includes("house-rule"));
  });

  test("refuses what is no text, no object and no language, in words", async () => {
    const wrong = (files: unknown, options?: object) => check(files as Record<string, string>, options);
    await assert.rejects(wrong({ "conf/server.xml": 5 }), new TypeError("the text of conf/server.xml is no string"));
    await assert.rejects(wrong({ "conf/server.xml": null }), TypeError);
    for (const files of [null, undefined, "<Server/>"]) await assert.rejects(wrong(files), TypeError);
    await assert.rejects(wrong({}, { language: "xx" }), new RangeError("language is one of en, ko, not xx"));
    await assert.rejects(wrong({}, { tomcatVersion: "__proto__" }), RangeError);
  });
});
