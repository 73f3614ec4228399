import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { phrasesOf } from "../../../server/src/logs/recognition/phrases.ts";
import { member } from "../../harness/log-lines.ts";
import { storyOfMessages } from "../../harness/logs.ts";

/** Texts of a Tomcat of our own making: nothing but their shape counts. */
const PHRASES = phrasesOf(
  new Map([
    ["simpleTcpCluster.member.added", ["A neighbour came along: {0}", "이웃 추가:{0}"]],
    ["deltaManager.noSessionState", ["No sessions for [{0}] since [{1}] in [{2}] ms"]],
    ["simpleTcpCluster.startUnable", ["This cluster stays down"]],
    // Fits everything, and says nothing.
    ["deltaManager.startClustering", ["{0} [{1}]"]],
  ]),
);

describe("a log of VerbatimFormatter, which has messages only", () => {
  test("is understood by the texts of the user's own Tomcat, in any of its languages", () => {
    const { timeline } = storyOfMessages(
      [
        `A neighbour came along: [${member(8)}]`,
        `이웃 추가:[${member(9)}]`,
        "No sessions for [localhost#] since [now] in [60,000] ms",
        "This cluster stays down",
        "org.apache.catalina.tribes.ChannelException: x",
        "\tat org.apache.catalina.tribes.group.GroupChannel.start(GroupChannel.java:1)",
        "Caused by: java.net.BindException: Cannot assign requested address",
      ].join("\n"),
      PHRASES,
    );
    assert.deepEqual(
      timeline.map(({ kind, line, members, reason }) => [kind.id, line, members[0]?.host, reason?.id]),
      [
        ["member-added", 1, "192.168.56.8", undefined],
        ["member-added", 2, "192.168.56.9", undefined],
        ["state-timeout", 3, undefined, undefined],
        ["cluster-not-started", 4, undefined, "address-not-here"],
      ],
    );
  });

  test("lines that no text makes are counted, and say nothing", () => {
    const { timeline, unread, lines } = storyOfMessages("hello\n\nanything [at all]\n", PHRASES);
    assert.deepEqual([timeline, unread, lines], [[], 2, 3]);
  });
});
