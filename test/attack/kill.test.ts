import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { writeUndo } from "../../server/src/entry/write/drafts.ts";
import { isHalfWritten, recover } from "../../server/src/entry/write/in-place.ts";
import { BROKEN, FIXED, inNewFolder } from "../harness/shell.ts";

const KILLS = process.env["CI"] ? 60 : 12;
const WRITER = fileURLToPath(new URL("writer.ts", import.meta.url));
/** Drafts of a writer that may be alive are left to it; these ones are not. */
const OLD = new Date(Date.now() - 3_600_000);

describe("a run that is killed while it writes", () => {
  const { at, write, run } = inNewFolder();

  /** The file as a writer leaves it that dies at some byte, with the draft it had made. */
  function torn(before: string, after: string, held: string): string {
    const path = write("conf/server.xml", before);
    const draft = writeUndo(path, Buffer.from(before), Buffer.from(after)).path;
    utimesSync(draft, OLD, OLD);
    writeFileSync(path, held);
    return path;
  }

  for (const [what, before, after] of [
    ["a longer", "0123456789", "abcdefghijklmno"],
    ["a shorter", "0123456789", "abcde"],
    ["an equally long", "0123456789", "abcdefghij"],
  ] as const) {
    test(`loses nothing, wherever it was in ${what} text`, async () => {
      const states = new Set<string>([before, after]);
      if (after.length > before.length) {
        for (let end = before.length; end <= after.length; end++) states.add(before + after.slice(before.length, end));
      }
      const whole = before + after.slice(before.length);
      for (let end = 0; end <= after.length; end++) states.add(after.slice(0, end) + whole.slice(end));
      for (const held of states) {
        const path = torn(before, after, held);
        const { note, problem } = await recover(path);
        assert.equal(problem, undefined, held);
        assert.equal(note !== undefined, held !== before && held !== after, held);
        assert.equal(readFileSync(path, "utf8"), held === after ? after : before, held);
        assert.deepEqual(readdirSync(dirname(path)), ["server.xml"]);
      }
    });
  }

  test("a third party's text is no half-written one", () => {
    const texts = { before: Buffer.from("0123456789"), after: Buffer.from("abcdefghij") };
    assert.equal(isHalfWritten(Buffer.from("abc3456789"), texts), true);
    assert.equal(isHalfWritten(Buffer.from("abc34567x9"), texts), false);
    assert.equal(isHalfWritten(Buffer.from("abc345678"), texts), false);
  });

  test("the next run puts the file back, says so, and goes on", () => {
    const cut = FIXED.indexOf("<Cluster");
    const path = torn(BROKEN, FIXED, FIXED.slice(0, cut) + BROKEN.slice(cut) + FIXED.slice(BROKEN.length));
    const { stderr } = run("check", "--fix", "conf");
    assert.match(stderr, /conf\/server\.xml: an earlier run was killed .* as it was before/);
    assert.equal(readFileSync(path, "utf8"), FIXED);
    assert.deepEqual(readdirSync(dirname(path)), ["server.xml"]);
  });

  test("what was mended by hand since is not touched, and the draft is named", () => {
    const byHand = BROKEN.replace("=node1", '="by hand"');
    const path = torn(BROKEN, FIXED, byHand);
    const { status, stderr } = run("check", "--fix", "conf");
    assert.equal(status, 2);
    assert.match(stderr, /conf\/server\.xml: an earlier run was killed .*\.tomcat-cluster-[0-9a-f]{32}\.undo/);
    assert.equal(readFileSync(path, "utf8"), byHand);
    assert.equal(readdirSync(dirname(path)).length, 2);
  });

  test("only drafts of ours go, and only those whose writer is gone", async () => {
    const path = write("conf/server.xml", BROKEN);
    const name = (kind: string) => `conf/.tomcat-cluster-${randomBytes(16).toString("hex")}.${kind}`;
    const [old, young, other] = [name("new"), name("new"), "conf/.tomcat-cluster-notes.new"];
    for (const each of [old, young, other]) write(each, "half a rep");
    const half = name("undo");
    write(half, '{"about":"tomcat-clus');
    for (const each of [old, other, half]) utimesSync(at(each), OLD, OLD);
    assert.deepEqual(await recover(path), {});
    assert.deepEqual(
      [old, young, other, half].map((each) => existsSync(at(each))),
      [false, true, true, false],
    );
  });

  test(`${KILLS} times at any moment leaves one of the two texts`, async () => {
    const size = 4_000_000;
    const [one, two] = ["1".repeat(size), "2".repeat(size + 5000)];
    const path = write("server.xml", one);
    let halves = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const writer = spawn(process.execPath, ["--import", "tsx", WRITER, path, `${size}`], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await once(writer.stdout, "data");
      await setTimeout((kill * 7) % 60);
      writer.kill("SIGKILL");
      await once(writer, "exit");
      for (const name of readdirSync(at())) if (name.startsWith(".")) utimesSync(at(name), OLD, OLD);
      if (![one, two].includes(readFileSync(path, "utf8"))) halves++;
      assert.equal((await recover(path)).problem, undefined);
      assert.ok([one, two].includes(readFileSync(path, "utf8")), `kill ${kill}: ${statSync(path).size} bytes`);
      assert.deepEqual(readdirSync(at()), ["server.xml"]);
    }
    console.log(`# ${halves} of ${KILLS} kills left a half-written file, which was put back`);
  });
});
