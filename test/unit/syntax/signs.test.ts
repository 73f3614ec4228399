import assert from "node:assert/strict";
import { test } from "node:test";
import { Lines } from "../../../server/src/base/lines.ts";
import { signsOf } from "../../../server/src/syntax/signs.ts";
import { templatesIn } from "../../../server/src/syntax/template.ts";
import { runs } from "../../harness/effort.ts";
import { mulberry32 } from "../../harness/random.ts";

/** Parts of signs, and what stands between them: put together at random they become signs over the end of an edit. */
const PIECES =
  '{|{{|}}|<%|%>|[%|"|=|=\n \n"|="<a-b>"|<a>|<a|>|@|@A|@A@|#AB|#|__|__X|A_PLACE|HOLDER|\u0001|\ud83d\ude00|\ud83d|\n|\n\n|\r\n|\r| |a|name'.split(
    "|",
  );

const EDITS = runs(40_000);

test("the signs and lines of a text are those of the same text looked through as a whole, whatever is edited", () => {
  const random = mulberry32(17);
  const below = (limit: number) => Math.floor(random() * limit);
  let text = "";
  let signs = signsOf(text, undefined);
  let lines = new Lines(text);
  const seen = new Set<string>();
  for (let edit = 0; edit < EDITS; edit++) {
    const start = below(text.length + 1);
    const removed = text.length > 60 ? below(text.length) : below(4);
    const added = Array.from({ length: below(4) }, () => PIECES[below(PIECES.length)] ?? "").join("");
    const next = text.slice(0, start) + added + text.slice(start + removed);
    const [whole, wholeLines] = [signsOf(next, undefined), new Lines(next)];
    signs = signsOf(next, { text, signs });
    lines = new Lines(next, { lines, text });
    const shown = JSON.stringify([text, next]);
    assert.deepEqual(signs, whole, shown);
    assert.deepEqual(startsOf(lines, next), startsOf(wholeLines, next), shown);
    if (templatesIn(next).length > 0) assert.ok(signs.templates, shown);
    seen.add(JSON.stringify(signs));
    text = next;
  }
  // Each sign was there alone, with the others and not at all.
  assert.equal(seen.size, 8);
});

function startsOf(lines: Lines, text: string): readonly number[] {
  return [
    ...Array.from({ length: lines.count }, (_, line) => lines.startOf(line)),
    lines.startOf(lines.count),
    text.length,
  ];
}
