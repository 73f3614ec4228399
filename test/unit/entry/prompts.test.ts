import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { agrees, askOpen } from "../../../server/src/entry/cli/prompts.ts";

const ENTER = "\r";
const DOWN = "\u001b[B";
const LEAVE = "\u0003";

/** A terminal on which keys are pressed, one after another. */
function terminal(...keys: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  let next = 0;
  // Each prompt draws itself when it waits for a key.
  output.on("data", (data: Buffer) => {
    shown += data.toString();
  });
  const timer = setInterval(() => {
    const key = keys[next++];
    if (key === undefined) clearInterval(timer);
    else input.write(key);
  }, 30);
  return { streams: { input, output }, shown: () => shown };
}

test("asks what no flag said, and takes what is suggested", async () => {
  const { streams, shown } = terminal(DOWN, ENTER, ENTER, ENTER, ENTER, DOWN, ENTER);
  const answers = await askOpen({ tomcat: "9.0", manager: "backup" }, "ko", streams);
  assert.deepEqual(answers, {
    tomcat: "9.0",
    manager: "backup",
    membership: "multicast",
    hosts: "192.168.56.7, 192.168.56.8",
    sending: "sync",
    encryption: "on",
    balancer: "httpd",
  });
  assert.match(shown(), /노드가 서로를 어떻게 찾습니까/);
});

test("an address that cannot be connected to is asked for again", async () => {
  const known = {
    ...{ tomcat: "9.0", membership: "static", sending: "sync", manager: "delta" },
    ...{ encryption: "off", balancer: "none" },
  };
  const { streams, shown } = terminal("0", ENTER, "\u007f", ..."a b", ENTER);
  assert.equal((await askOpen(known, "en", streams))?.["hosts"], "a b");
  assert.match(shown(), /0 is no address/);
});

test("leaving answers nothing", async () => {
  assert.equal(await askOpen({}, "en", terminal(LEAVE).streams), undefined);
  assert.equal(await agrees("Overwrite?", "en", terminal(LEAVE).streams), false);
  assert.equal(await agrees("Overwrite?", "en", terminal("y").streams), true);
});
