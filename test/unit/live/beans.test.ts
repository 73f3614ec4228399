import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { beansIn } from "../../../server/src/live/beans.ts";
import { managerOf } from "../../../server/src/live/look.ts";
import { stateOf } from "../../../server/src/live/state.ts";

const answer = (...beans: readonly (readonly string[])[]) =>
  [`OK - Number of results: ${beans.length}`, "", ...beans.flatMap((lines) => [...lines, ""])].join("\r\n");

const CHANNEL = [
  "Name: ClusterChannel:type=Channel,channel=Catalina-Channel,component=Channel",
  "modelerType: org.apache.catalina.tribes.group.GroupChannel",
  "Members: Array[org.apache.catalina.tribes.Member] of length 2",
  "\torg.apache.catalina.tribes.membership.MemberImpl[tcp://{-64, -88, 56, 8}:4000,{-64, -88, 56, 8},4000, alive=7, command={}, domain={}]",
  "\torg.apache.catalina.tribes.membership.MemberImpl[tcp://node3:4001,node3,4001, alive=8, command={}, domain={}]",
  "Heartbeat: true",
];
const MANAGER = [
  'Name: Catalina:type=Manager,host="a,b",context=/shop',
  "className: org.apache.catalina.ha.session.BackupManager",
  "activeSessions: 3",
  "activeSessionsFull: 8",
  "note: a long one\\n",
  " goes on",
];

describe("the answers of a manager's JMX proxy", () => {
  test("are beans with keys, values, arrays and folded texts", () => {
    const [channel, manager] = beansIn(answer(CHANNEL, MANAGER)) ?? [];
    assert.equal(channel?.keys.get("component"), "Channel");
    assert.equal(channel?.attributes.get("heartbeat"), "true");
    assert.equal(manager?.keys.get("host"), "a,b");
    assert.equal(manager?.attributes.get("note"), "a long one\\ngoes on");
  });

  test("tell members by address and by name, and what a BackupManager holds for others", () => {
    const { clusters, applications } = stateOf(beansIn(answer(CHANNEL, MANAGER)) ?? []);
    assert.deepEqual(
      clusters[0]?.members.map(({ host, port }) => `${host}:${port}`),
      ["192.168.56.8:4000", "node3:4001"],
    );
    assert.equal(clusters[0]?.receiver, undefined);
    assert.deepEqual(
      applications.map(({ name, manager, sessions, replicas, sent }) => [name, manager, sessions, replicas, sent]),
      [["a,b/shop", "BackupManager", 3, 5, undefined]],
    );
  });

  test("of anything else are none", () => {
    for (const text of ["", "<html>", "Error - javax.management.MalformedObjectNameException", "OK - Attribute get"]) {
      assert.equal(beansIn(text), undefined);
    }
    assert.deepEqual(beansIn("OK - Number of results: 1\n\nxx\n: y\n \n\t"), []);
  });
});

test("a manager is found by what a user writes, and an address with a password is none", () => {
  const urlOf = (text: string) => {
    const manager = managerOf(text);
    return typeof manager === "string" ? manager : manager.url;
  };
  assert.equal(urlOf("10.0.0.1:8080"), "http://10.0.0.1:8080/manager/jmxproxy/");
  assert.equal(urlOf("https://a/ops/manager/"), "https://a/ops/manager/jmxproxy/");
  assert.equal(urlOf("http://a:8080/manager/jmxproxy/?qry=*:*"), "http://a:8080/manager/jmxproxy/");
  assert.equal(urlOf("http://u:secret@a/manager"), "http://***@a/manager");
  assert.equal(urlOf("http://"), "http://");
});
