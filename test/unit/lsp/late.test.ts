import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as after } from "node:timers/promises";
import { inTime, LateAnswers } from "../../../server/src/lsp/late.ts";
import { turns } from "../../../server/src/lsp/turns.ts";

test("what is known in time is the answer; of what is not, what is known without it", async () => {
  assert.equal(await inTime(Promise.resolve("whole"), () => "part"), "whole");
  assert.equal(await inTime(new Promise<string>(() => undefined), () => "part"), "part");
  await assert.rejects(
    inTime(Promise.reject(new Error("no")), () => "part"),
    /no/,
  );
});

test("of all that was late one notice is given, of what was asked twice too", async () => {
  const told: (readonly string[])[] = [];
  const late = new LateAnswers((keys) => told.push(keys));
  let resolve: (value: string) => void = assert.fail;
  const promise = new Promise<string>((settle) => {
    resolve = settle;
  });
  const part = () => Promise.resolve("part");
  const answers = [late.answer("a", promise, part), late.answer("b", promise, part), late.answer("a", promise, part)];
  assert.deepEqual(await Promise.all(answers), ["part", "part", "part"]);
  assert.equal(await late.answer("c", Promise.resolve("whole"), part), "whole");
  assert.deepEqual(told, []);
  resolve("whole");
  await after(200);
  assert.deepEqual(told, [["a", "b"]]);
});

test("work goes on for a while, and then others have their turn between all of its pieces", async () => {
  let now = 0;
  const turn = turns(() => now);
  assert.equal(turn(), undefined);
  now = 30;
  const done: string[] = [];
  const piece = async (name: string) => {
    await turn();
    done.push(name);
    now += 30;
  };
  const pieces = Promise.all(["a", "b", "c"].map(piece));
  for (const [index, name] of ["a", "b", "c"].entries()) {
    await after(0);
    while (done.length <= index) await after(0);
    assert.deepEqual(done.slice(index), [name]);
  }
  await pieces;
});

test("what was answered whole once is so again, until it is closed", async () => {
  const late = new LateAnswers(() => undefined);
  const part = () => Promise.resolve("part");
  const slow = () => after(500, "whole");
  assert.equal(await late.answer("a", Promise.resolve("whole"), part), "whole");
  assert.equal(await late.answer("a", slow(), part), "whole");
  late.closed("a");
  assert.equal(await late.answer("a", slow(), part), "part");
});
