import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isKnownCommand } from "../../../server/src/config/launch/start-script.ts";

const runs = (script: string, command = "bash ./pre.sh && catalina.sh run") =>
  isKnownCommand(command, new Map([["pre.sh", script]]));

describe("a script before Tomcat's own sets nothing", () => {
  for (const [what, script] of [
    ["with nothing in it", "#!/bin/sh\nset -e\n"],
    ["that replaces a mark in server.xml", 'sed -i "s/#HOST#/`hostname -i`/g" /usr/local/tomcat/conf/server.xml'],
    ["that changes a page", "sed -i 's/Hello/Hi/' /usr/local/tomcat/webapps/ROOT/index.jsp"],
    ["that starts Tomcat itself", "exec /usr/local/tomcat/bin/catalina.sh run"],
  ] as const) {
    test(what, () => assert.equal(runs(script), true));
  }

  test("whatever starts it", () => {
    for (const command of ["./pre.sh", "/pre.sh", "/bin/sh /opt/pre.sh", "bash pre.sh; exec catalina.sh run"]) {
      assert.equal(runs("", command), command !== "bash pre.sh; exec catalina.sh run", command);
    }
  });
});

describe("a script may set options", () => {
  for (const [what, script] of [
    ["by a variable", 'export CATALINA_OPTS="-DjvmRoute=$(hostname)"'],
    ["by a file", "echo 'jvmRoute=a' >> /usr/local/tomcat/conf/catalina.properties"],
    ["in the Engine", 'sed -i "s/defaultHost/jvmRoute=\\"a\\" defaultHost/" /usr/local/tomcat/conf/server.xml'],
    ["behind a mark", "sed -i 's/#A#/x/;s/defaultHost/jvmRoute=\"a\" defaultHost/' /usr/local/tomcat/conf/server.xml"],
    ["in Tomcat's own script", 'sed -i "s/#A#/x/" /usr/local/tomcat/bin/setenv.sh'],
    ["by a file it takes over", "cp /run/server.xml /usr/local/tomcat/conf/server.xml"],
    ["by another", ". /run/options"],
    ["by what it runs behind a harmless word", "echo `./more.sh`"],
  ] as const) {
    test(what, () => assert.equal(runs(script), false));
  }

  test("that is not there", () => {
    assert.equal(isKnownCommand("./other.sh", new Map()), false);
    assert.equal(isKnownCommand("test -f x || ./pre.sh", new Map([["pre.sh", ""]])), false);
  });
});
