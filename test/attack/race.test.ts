import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { editFile } from "../../server/src/entry/write/in-place.ts";
import { createFile } from "../../server/src/entry/write/whole.ts";
import { inNewFolder } from "../harness/shell.ts";

const FIXER = fileURLToPath(new URL("fixer.ts", import.meta.url));
/** CI makes as many edits as the attack that lost 457 of 720. */
const EDITS = process.env["CI"] ? 720 : 120;

/** In memory, where a write takes no time and the two meet often. */
const MEMORY = "/dev/shm";

describe("a file that changes while it is fixed", () => {
  const { at, write } = inNewFolder(existsSync(MEMORY) ? MEMORY : undefined);

  test("is left alone where it changed since it was read", async () => {
    const path = write("server.xml", "<Server a='new'/>");
    assert.match((await editFile(path, "<Server/>", "<Server fixed='1'/>"))?.en ?? "", /^changed meanwhile/);
    assert.equal(readFileSync(path, "utf8"), "<Server a='new'/>");
    assert.deepEqual(readdirSync(at()), ["server.xml"]);
  });

  for (const how of ["in place", "by another file of the name"] as const) {
    test(`no edit is lost that is made ${how} meanwhile`, async () => {
      const path = write("server.xml", "");
      const lost: number[] = [];
      let refused = 0;
      for (let edit = 0; edit < EDITS; edit++) {
        const before = `<Server edit="${edit}"/>${" ".repeat(edit % 50)}`;
        const theirs = `<Server theirs="${edit}"/>`;
        const ours = before.replace("/>", ' fixed="true"/>');
        writeFileSync(path, before);
        const fix = editFile(path, before, ours);
        // Somewhere between the first look and the end.
        for (let wait = 0; wait < edit % 12; wait++) await new Promise(setImmediate);
        if (how === "in place") writeFileSync(path, theirs);
        else {
          writeFileSync(at("new"), theirs);
          renameSync(at("new"), path);
        }
        const problem = await fix;
        if (problem) refused++;
        if (readFileSync(path, "utf8") !== theirs) lost.push(edit);
      }
      assert.deepEqual(lost, []);
      assert.ok(refused > 0, "the race was never on");
      assert.deepEqual(readdirSync(at()), ["server.xml"]);
    });
  }

  test("a process that edits the file all the time loses nothing to one that fixes it", async () => {
    const path = write("server.xml", "<Server/>");
    const fixer = spawn(process.execPath, ["--import", "tsx", FIXER, path], { stdio: ["ignore", "pipe", "inherit"] });
    let fixes = 0;
    fixer.stdout.on("data", (dots: Buffer) => {
      fixes += dots.length;
    });
    await once(fixer.stdout, "data");
    const lost: number[] = [];
    let edit = 0;
    // On a busy machine the two meet less often: it goes on until they have.
    for (; edit < EDITS || (fixes < EDITS / 10 && edit < 100 * EDITS); edit++) {
      writeFileSync(path, `<Server theirs="${edit}"/>`);
      await setTimeout(edit % 4);
      if (!readFileSync(path, "utf8").startsWith(`<Server theirs="${edit}"`)) lost.push(edit);
    }
    fixer.kill();
    await once(fixer, "exit");
    assert.ok(fixes >= EDITS / 10, `the race was on: ${fixes}`);
    // Between the last look and the write there are microseconds that no program without locks can close.
    assert.ok(lost.length <= edit / 50, `${lost.length} of ${edit} lost`);
    console.log(`# ${lost.length} of ${edit} edits lost to ${fixes} fixes`);
  });

  test("a new file never takes the place of one that appeared meanwhile", () => {
    const path = write("setenv.sh", "theirs");
    assert.equal(createFile(path, "ours")?.en, "is there already");
    assert.equal(readFileSync(path, "utf8"), "theirs");
    assert.deepEqual(readdirSync(at()), ["setenv.sh"]);
  });
});
