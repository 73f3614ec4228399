import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { migration } from "../../harness/migration.ts";

const PATH = "conf/server.xml";
const server = (service: string, engine = "") =>
  `<Server port="8005"><Service name="Catalina">${service}<Engine name="Catalina" defaultHost="localhost">${engine}<Host name="localhost"/></Engine></Service></Server>`;

async function kept(text: string, from: string, to: string) {
  const { files } = await migration({ [PATH]: text }, from, to, true);
  const [file] = files;
  assert.ok(file);
  return file;
}

describe("old defaults are written down where that is wished", () => {
  test("on the element that has them, in the order of the report, and told of as changed", async () => {
    const { after, entries, keepable } = await kept(server('<Connector port="8080"/>'), "9.0.122", "11.0.24");
    assert.match(after, /<Connector port="8080"[^>]* maxParameterCount="10000"[^>]*\/>/);
    assert.equal(keepable, 0);
    assert.ok(!entries.some(({ text }) => /^maxParameterCount: /.test(text.en)));
    const told = entries.find(({ names }) => names?.includes("maxParameterCount"));
    assert.equal(told?.bucket, "changed");
    assert.equal(told?.text.en, 'maxParameterCount="10000" is written down: the default is "1000" now.');
  });

  test("a second time changes nothing, from the old Tomcat as from the new", async () => {
    const once = (await kept(server('<Connector port="8080"/>'), "7.0.109", "11.0.24")).after;
    assert.equal((await kept(once, "7.0.109", "11.0.24")).after, once);
    assert.equal((await kept(once, "11.0.24", "11.0.24")).after, once);
  });

  test("what a file says itself stays, and so does the rest of the text", async () => {
    const text = server('<!-- ours -->\r\n<Connector port="8080" maxParameterCount="7"/>');
    const { after } = await kept(text, "9.0.122", "11.0.24");
    assert.match(after, /<!-- ours -->\r\n<Connector port="8080" maxParameterCount="7"/);
    assert.doesNotMatch(after, /10000/);
  });

  test("an encoding that no fact dates", async () => {
    assert.match(
      (await kept(server('<Connector port="8080"/>'), "7.0.109", "8.5.100")).after,
      / URIEncoding="ISO-8859-1"/,
    );
  });

  test("never the holes of AJP that were closed", async () => {
    const ajp = '<Connector port="8009" protocol="AJP/1.3" secret="x"/>';
    const { after, entries } = await kept(server(ajp), "9.0.30", "9.0.122");
    assert.doesNotMatch(after, /secretRequired|address|allowedRequestAttributesPattern/);
    assert.ok(entries.some(({ bucket, text }) => bucket === "default-changed" && /^secretRequired/.test(text.en)));
  });

  test("no list of ciphers, in which the new Tomcat may not know a word", async () => {
    const tls =
      '<Connector port="8443" SSLEnabled="true"><SSLHostConfig><Certificate certificateKeystoreFile="a.p12"/></SSLHostConfig></Connector>';
    const { after, entries } = await kept(server(tls), "9.0.43", "10.1.60");
    assert.doesNotMatch(after, /ciphers/);
    assert.ok(entries.some(({ bucket, text }) => bucket === "default-changed" && /^ciphers: /.test(text.en)));
  });

  test("not backwards, and not where it is not wished: there it is counted", async () => {
    const text = server('<Connector port="8080"/>');
    assert.equal((await kept(text, "11.0.24", "9.0.122")).after, text);
    const { files } = await migration({ [PATH]: text }, "9.0.122", "11.0.24");
    assert.equal(files[0]?.after, text);
    assert.ok((files[0]?.keepable ?? 0) > 0);
  });
});
