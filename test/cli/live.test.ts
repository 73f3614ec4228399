import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nodeFiles } from "../harness/nodes.ts";
import { inNewFolder } from "../harness/shell.ts";

const folder = inNewFolder();

describe("tomcat-cluster live", () => {
  test("says of each Receiver whether it is reached, and exits with 1 where one is not", () => {
    for (const [path, text] of nodeFiles({
      node1: { receiver: "no-such-name.invalid:4000", group: "228.0.0.4:45564" },
    })) {
      folder.write(path, text);
    }
    const { status, stdout } = folder.run("live", "--conf", ".");
    assert.equal(status, 1);
    assert.match(stdout, /node1 no-such-name\.invalid:4000: the name stands for no address here/);
    const json = JSON.parse(folder.run("live", "--conf", "node1/conf/server.xml", "--format", "json").stdout);
    assert.deepEqual([json.receivers[0].outcome.kind, json.wrong[0].id], ["unresolved", "receiver-unresolved"]);
  });

  test("a manager that is not there is told, in both languages", () => {
    const asked = folder.run("live", "127.0.0.1:1");
    assert.deepEqual([asked.status, /no answer \(ECONNREFUSED\)/.test(asked.stdout)], [1, true]);
    assert.match(folder.run("live", "127.0.0.1:1", "--lang", "ko").stdout, /응답이 없습니다/);
  });

  test("takes no password on the command line, and does not show it", () => {
    const { status, stdout, stderr } = folder.run("live", "http://admin:secret@127.0.0.1:1/manager");
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /one with a password in it: http:\/\/\*\*\*@127/);
  });

  test("says when it was given nothing to look at", () => {
    const { status, stdout } = folder.run("live");
    assert.deepEqual([status, /Nothing was looked at/.test(stdout)], [2, true]);
  });
});
