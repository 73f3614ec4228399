import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Locale } from "../../../server/src/base/localized.ts";
import { hover } from "../../../server/src/features/hover.ts";
import { cursor } from "../../harness/cursor.ts";

const MCAST = "org.apache.catalina.tribes.membership.McastService";

/** What the hover at `$0` says. */
function said(marked: string, locale: Locale = "en"): string | undefined {
  const { file, offset } = cursor(marked);
  return hover(file, offset, locale)?.markdown;
}

describe("hover", () => {
  test("tells on an element what its class is for, and where Tomcat describes it", () => {
    const text = said(`<Cluster><Channel><Member$0ship className="${MCAST}"/></Channel></Cluster>`);
    assert.match(String(text), /Finds members by multicast/);
    assert.match(String(text), /tomcat-9\.0-doc\/config\/cluster-membership\.html/);
  });

  test("tells on an attribute its unit, default and range", () => {
    const text = said(`<Cluster><Channel><Membership className="${MCAST}" drop$0Time="3000"/></Channel></Cluster>`);
    assert.match(String(text), /\*\*dropTime\*\* — long, milliseconds/);
    assert.match(String(text), /Default: `3000`/);
    assert.match(String(text), /Range: ≥ 1/);
  });

  test("speaks Korean", () => {
    const text = said(
      `<Cluster><Channel><Membership className="${MCAST}" drop$0Time="3000"/></Channel></Cluster>`,
      "ko",
    );
    assert.match(String(text), /밀리초/);
    assert.match(String(text), /기본값: `3000`/);
  });

  test("takes a sum of options apart", () => {
    const text = said('<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="1$00"/>');
    assert.match(String(text), /\| 2 \| use_ack \|/);
    assert.match(String(text), /\| 8 \| asynchronous \|/);
    assert.doesNotMatch(String(text), /synchronized_ack/);
  });

  test("takes option names apart too", () => {
    assert.match(
      String(
        said('<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="$0async, udp"/>'),
      ),
      /\| 32 \| udp \|/,
    );
  });

  test("explains in a text that is still being typed", () => {
    assert.match(String(said(`<Cluster><Channel><Membership className="${MCAST}" frequ$0ency="5`)), /announcements/);
  });

  for (const [where, marked] of [
    ["an unknown class", '<Cluster><Channel><Membership className="com.example.Mine" port$0="1"/></Channel></Cluster>'],
    ["an unknown attribute", '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" color$0="red"/>'],
    ["text between elements", "<Cluster>\n$0\n</Cluster>"],
  ] as const) {
    test(`is silent on ${where}`, () => assert.equal(said(marked), undefined));
  }
});
