import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hoverLog, logDiagnostics, logPage } from "../../../server/src/features/logs/index.ts";
import { unquoted } from "../../../server/src/logs/story/read-text.ts";
import { line, member } from "../../harness/log-lines.ts";

const BOUND = line(1, "INFO", "tribes.transport.ReceiverBase.bind", "[/192.168.56.7:4000]");
const ADDED = line(2, "INFO", "ha.tcp.SimpleTcpCluster.memberAdded", `[${member(8, 61_000)}]`);
const TIMEOUT = line(60, "SEVERE", "ha.session.DeltaManager.waitForSendAllSessions", "[localhost#/shop] [a] [60,001]");
const FAILED = [
  line(70, "SEVERE", "ha.tcp.SimpleTcpCluster.startInternal", "x"),
  "org.apache.catalina.tribes.ChannelException: x; No faulty members identified.",
  "\tat org.apache.catalina.tribes.group.GroupChannel.start(GroupChannel.java:1)",
  "Caused by: java.net.BindException: Cannot assign requested address",
  "\tat java.base/sun.nio.ch.Net.bind0(Native Method)",
];
const LOG = [BOUND, ADDED, TIMEOUT, ...FAILED].join("\n");
const name = (path: string, at: number) => `${path}:${at}`;
const hoverAt = (at: number, text = LOG) => hoverLog({ file: "n/logs/catalina.out", text, line: at }, [], "en", name);

describe("a log in an editor", () => {
  test("a hover says what a line means, with the member it names", () => {
    const hover = hoverAt(2) ?? "";
    assert.match(hover, /^\*\*A member is there\*\*/);
    assert.match(hover, /Members: `192\.168\.56\.8:4000` \(up 1m 1s\)/);
    assert.match(hover, /`org\.apache\.catalina\.ha\.tcp\.SimpleTcpCluster\.memberAdded`/);
  });

  test("each line of a stack trace tells what its entry does, with the reason the innermost cause gives", () => {
    const hover = hoverAt(4) ?? "";
    assert.match(hover, /Why: The address is not one of this machine\./);
    for (const at of [5, 6, 7, 8]) assert.equal(hoverAt(at), hover);
  });

  test("lines that are not of a cluster have none", () => {
    assert.equal(hoverAt(1, "hello\nworld"), undefined);
    assert.equal(hoverAt(9), undefined);
  });

  test("a problem is reported once, at its first line, with what to do", () => {
    const found = logDiagnostics(LOG, "catalina.out", [], "en");
    assert.deepEqual(
      found.map(({ code, line: at, hasPage }) => [code, at, hasPage]),
      [
        ["state-timeout", 3, true],
        ["address-not-here", 4, false],
      ],
    );
    assert.match(found[1]?.message ?? "", /`ip addr`/);
    assert.deepEqual(logDiagnostics(`${BOUND}\n${ADDED}`, "catalina.out", [], "en"), []);
  });

  test("a page explains pasted lines, quoted or indented, and counts the others", () => {
    const page = logPage(LOG, "Untitled-1", [], "en");
    assert.match(page, /^# What these lines say\n\n8 lines, 0 of them not recognised/);
    assert.match(page, /\(`address-not-here`; line 4\)/);
    assert.match(page, /### line 2\n\n/);
    assert.equal(logPage(LOG.replace(/^/gm, "> "), "Untitled-1", [], "en"), page);
    assert.equal(logPage(LOG.replace(/^/gm, "    "), "Untitled-1", [], "en"), page);
    assert.match(logPage("hello", "Untitled-1", [], "en"), /1 line, 1 of them not[\s\S]*None of these lines/);
    assert.match(logPage(LOG, "Untitled-1", [], "ko"), /## 문제[\s\S]*이 장비의 주소가 아닙니다/);
  });

  test("what a log says is text, whatever Markdown or HTML it looks like", () => {
    const hostile = [...FAILED.slice(0, 3), "Caused by: java.io.NotSerializableException: <img/src=x>[a](http://b)`c"];
    const page = logPage(hostile.join("\n"), "a`b.log", [], "en");
    assert.match(page, /\\<img\/src=x\\>\\\[a\\\]\(http:\/\/b\)\\`c/);
    assert.doesNotMatch(page, /[^\\]<img/);
  });
});

test("quotation marks and indentation are taken away where all lines have them", () => {
  assert.equal(unquoted("> a\n>\tb\n>> c"), "a\n\tb\n> c");
  assert.equal(unquoted("  a\n    b\n\n"), "a\n  b\n\n");
  assert.equal(unquoted("a\n  b"), "a\n  b");
  assert.equal(unquoted(""), "");
  assert.equal(unquoted(" \n>"), " \n");
  assert.ok(unquoted("> ".repeat(500_000)).length > 900_000);
});
