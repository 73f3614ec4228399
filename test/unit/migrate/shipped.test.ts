import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { propertyEntries } from "../../../server/src/config/property-entries.ts";
import { settingsOfProperties, shippedWith } from "../../../server/src/config/shipped.ts";
import type { MigratedFile } from "../../../server/src/migrate/model.ts";
import { hasUnresolved } from "../../../server/src/migrate/report.ts";
import { Release } from "../../../server/src/schema/release.ts";
import { migration } from "../../harness/migration.ts";

const SERVER = `<Server port="8005"><Service name="Catalina"><Engine name="Catalina" defaultHost="localhost"><Host name="localhost"/></Engine></Service></Server>`;

const v9 = { line: "9.0", release: Release.parse("9.0.43") } as const;

/** What the report says of the file at a path, each with its bucket; of what is unchanged nothing. */
async function said(path: string, around: Readonly<Record<string, string>>, to: string, from = "9.0.43") {
  const plan = await migration({ "conf/server.xml": SERVER, ...around }, from, to);
  const file: MigratedFile | undefined = plan.files.find((each) => each.path === path);
  const entries = file?.entries.filter(({ bucket }) => bucket !== "unchanged") ?? [];
  return { plan, file, told: entries.map(({ bucket, element, text }) => `${bucket} ${element} ${text.en}`) };
}

/** A catalina.properties as a release ships it. */
function shippedProperties(version: Parameters<typeof shippedWith>[1]): string {
  const lists = new Map<string, string[]>();
  for (const [key, value] of shippedWith("conf/catalina.properties", version)) {
    const [name = "", member] = key.split(" ");
    lists.set(name, [...(lists.get(name) ?? []), member ?? value]);
  }
  return [...lists].map(([name, values]) => `${name}=${values.join(",\\\n")}\n`).join("");
}

/** A conf/web.xml as a release ships it, with something else in place of some settings. */
function shippedWebXml(
  version: Parameters<typeof shippedWith>[1],
  changes: Readonly<Record<string, string>> = {},
): string {
  const settings = new Map([...shippedWith("conf/web.xml", version), ...Object.entries(changes)]);
  const servlets = new Map<string, string>();
  const rest: string[] = [];
  for (const [key, value] of settings) {
    const [kind, name = "", what, param] = key.split(" ");
    if (kind === "mime")
      rest.push(`<mime-mapping><extension>${name}</extension><mime-type>${value}</mime-type></mime-mapping>`);
    else if (kind === "mapping")
      rest.push(
        `<servlet-mapping><servlet-name>${value}</servlet-name><url-pattern>${name}</url-pattern></servlet-mapping>`,
      );
    else if (kind === "welcome-file")
      rest.push(`<welcome-file-list><welcome-file>${name}</welcome-file></welcome-file-list>`);
    else if (kind === "session-timeout")
      rest.push(`<session-config><session-timeout>${value}</session-timeout></session-config>`);
    else if (kind === "servlet") {
      const xml = param
        ? `<init-param><param-name>${param}</param-name><param-value>${value}</param-value></init-param>`
        : `<${what}>${value}</${what}>`;
      servlets.set(name, (servlets.get(name) ?? "") + xml);
    } else rest.push(`<${key}>${value}</${key}>`);
  }
  const all = [...servlets].map(([name, xml]) => `<servlet><servlet-name>${name}</servlet-name>${xml}</servlet>`);
  return `<web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee" version="4.0">${all.join("")}${rest.join("\n")}</web-app>`;
}

describe("catalina.properties is held against the ones that both Tomcats ship", () => {
  test("what is as it was shipped has only what the new one ships otherwise", async () => {
    const text = shippedProperties(v9);
    const files = { "conf/catalina.properties": text };
    const { told, file, plan } = await said("conf/catalina.properties", files, "10.1.60");
    const lists = "tomcat.util.scan.StandardJarScanFilter";
    assert.deepEqual(told, [
      'shipped org.apache.el.GET_CLASSLOADER_USE_PRIVILEGED shipped as nothing → "false".',
      `shipped ${lists}.jarsToSkip new in 10.1.60: derby-*.jar, ha-api-*.jar, jaxws-rt-*.jar, jakartaee-migration-*.jar, websocket-client-api.jar, ant-launcher*.jar, … (14)`,
      `shipped ${lists}.jarsToSkip no longer in 10.1.60: ant.jar, ant-launcher.jar`,
      `shipped ${lists}.jarsToScan new in 10.1.60: log4j-jakarta-web*.jar`,
      `shipped ${lists}.jarsToScan no longer in 10.1.60: log4j-web*.jar`,
    ]);
    assert.equal(file?.after, text);
    assert.ok(!hasUnresolved(plan));
  });

  test("what is the node's own is told, without the values that no Tomcat ships", async () => {
    const own = shippedProperties(v9)
      .replace("catalina.jar,", "catalina.jar,our-*.jar,")
      .replace("shared.loader=", "shared.loader=/opt/shared/*.jar")
      .concat("db.password=hunter2\n");
    const { told } = await said("conf/catalina.properties", { "conf/catalina.properties": own }, "9.0.44");
    assert.deepEqual(told, [
      'shipped shared.loader yours: carry it over; 9.0.44 ships "".',
      "shipped tomcat.util.scan.StandardJarScanFilter.jarsToSkip yours, to carry over: our-*.jar",
      "shipped db.password yours: carry it over.",
    ]);
  });

  test("lists and properties that were taken out are told of", async () => {
    const { told } = await said(
      "conf/catalina.properties",
      { "conf/catalina.properties": "server.loader=\n" },
      "9.0.44",
    );
    assert.ok(
      told.includes(
        "shipped tomcat.util.scan.StandardJarScanFilter.jarsToScan taken out here; 9.0.43 and 9.0.44 ship it (4).",
      ),
      told.join("\n"),
    );
    assert.ok(told.some((each) => /^shipped common\.loader taken out here; 9\.0\.44 ships ".*"\.$/.test(each)));
  });

  test("every release's own file has nothing in it that is not shipped", () => {
    for (const line of ["7.0", "8.5", "9.0", "10.1", "11.0"] as const) {
      const shipped = shippedWith("conf/catalina.properties", { line, release: undefined });
      const read = settingsOfProperties(propertyEntries(shippedProperties({ line, release: undefined })));
      assert.deepEqual(new Map([...read].sort()), new Map([...shipped].sort()));
    }
  });
});

describe("properties that the new Tomcat no longer reads are left to a person, wherever they are set", () => {
  test("in catalina.properties and in a script", async () => {
    const files = {
      "conf/catalina.properties": "org.apache.catalina.session.StandardSession.ACTIVITY_CHECK=true\n",
      "bin/setenv.sh": 'CATALINA_OPTS="-DjvmRoute=node1 -Dother=1"\n',
    };
    const { told, plan } = await said("conf/catalina.properties", files, "11.0.24");
    const name = "org.apache.catalina.session.StandardSession.ACTIVITY_CHECK";
    assert.deepEqual(
      told.filter((each) => each.startsWith("by-hand")),
      [`by-hand ${name} ${name}: no longer read: write sessionActivityCheck on the Manager.`],
    );
    const script = await said("bin/setenv.sh", files, "11.0.24");
    assert.deepEqual(script.told, ["by-hand jvmRoute jvmRoute: no longer read: write jvmRoute on the Engine."]);
    assert.ok(hasUnresolved(plan));
  });

  test("not where the new Tomcat reads them, and not for a list that the old one ships itself", async () => {
    const file = "conf/catalina.properties";
    const still = await said(file, { [file]: "jvmRoute=a\n" }, "9.0.122");
    assert.ok(still.told.every((each) => !each.startsWith("by-hand")));
    const v7 = { line: "7.0", release: Release.parse("7.0.109") } as const;
    const old = await said(file, { [file]: shippedProperties(v7) }, "9.0.122", "7.0.109");
    assert.ok(
      old.told.every((each) => !each.startsWith("by-hand")),
      old.told.join("\n"),
    );
    assert.ok(old.told.some((each) => /DefaultJarScanner\.jarsToSkip no longer in 9\.0\.122/.test(each)));
  });
});

describe("conf/web.xml is held against the ones that both Tomcats ship", () => {
  const web = (text: string, to: string) => said("conf/web.xml", { "conf/web.xml": text }, to);

  test("what is as it was shipped has only what the new one ships otherwise; MIME types are summed up", async () => {
    const { told, file } = await web(shippedWebXml(v9), "11.0.24");
    assert.deepEqual(told, [
      'shipped web-app request-character-encoding: shipped as nothing → "UTF-8".',
      'shipped web-app response-character-encoding: shipped as nothing → "UTF-8".',
      "shipped mime-mapping new in 11.0.24: ggs application/vnd.geogebra.slides, mjs text/javascript, opus audio/ogg, avif image/avif, jxl image/jxl, m2t video/mp2t, … (10)",
      "shipped mime-mapping another value in 11.0.24: js text/javascript, mts video/mp2t",
    ]);
    assert.equal(file?.after, file?.before);
  });

  test("the node's own parameters, time limit and types are told at their places", async () => {
    const own = shippedWebXml(v9, {
      "servlet default init-param listings": "true",
      "servlet default init-param sendfileSize": "-1",
      "session-timeout": "60",
      "mime ours": "text/x-ours",
    });
    const { told } = await web(own, "9.0.44");
    assert.deepEqual(told, [
      "shipped mime-mapping yours, to carry over: ours",
      'shipped init-param default listings: yours: carry it over; 9.0.44 ships "false".',
      "shipped init-param default sendfileSize: yours: carry it over.",
      'shipped session-timeout session-timeout: yours: carry it over; 9.0.44 ships "30".',
    ]);
  });

  test("a parameter that its servlet no longer reads is taken out, here and in an application", async () => {
    const own = shippedWebXml(v9, { "servlet jsp init-param ieClassId": "clsid:1" });
    const { file, told } = await web(own, "10.1.60");
    assert.ok(told.some((each) => /^changed init-param Removed: JspServlet no longer reads ieClassId/.test(each)));
    assert.equal(file?.after, own.replace(/<init-param><param-name>ieClassId.*?<\/init-param>/, ""));
    const dav =
      "<web-app><servlet><servlet-name>dav</servlet-name><servlet-class>org.apache.catalina.servlets.WebdavServlet</servlet-class><init-param><param-name>secret</param-name><param-value>x</param-value></init-param></servlet></web-app>";
    const path = "webapps/a/WEB-INF/web.xml";
    assert.doesNotMatch((await said(path, { [path]: dav }, "9.0.97")).file?.after ?? "secret", /secret/);
    assert.equal((await said(path, { [path]: dav }, "9.0.96")).file?.after, dav);
  });
});
