import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { readConfigFile } from "../../../../server/src/config/file.ts";
import { complete } from "../../../../server/src/features/completion/complete.ts";
import { completionClient, toCompletionList } from "../../../../server/src/features/completion/to-list.ts";
import { TRIGGER_CHARACTERS } from "../../../../server/src/features/completion/trigger-characters.ts";
import { nextMember } from "../../../../server/src/features/next-member.ts";
import { applyItem, FULL } from "../../../harness/completing.ts";
import { runs } from "../../../harness/effort.ts";

const whole = `<Server><Service><Engine>${readFileSync(new URL("../../../fixtures/post/cluster-static.xml", import.meta.url), "utf8")}</Engine></Service></Server>`;
const web = '<web-app version="4.0"><servlet><servlet-name>a</servlet-name></servlet><!-- b --></web-app>';

/** What hurts a parser most. */
const scraps = [
  "<",
  ">",
  "/",
  '"',
  "'",
  "=",
  "${",
  "}",
  "<!--",
  "]]>",
  "<![CDATA[",
  "&",
  "\n",
  "\t",
  " ",
  "</",
  "|",
  "\\",
  "$1",
];

test("every offer in every damaged text is an edit of one line around the cursor, and nothing throws", () => {
  const version = { line: "9.0", release: undefined } as const;
  const client = completionClient(FULL.capabilities, "suggest");
  fc.assert(
    fc.property(
      fc.record({
        file: fc.constantFrom<[string, string]>(["conf/server.xml", whole], ["WEB-INF/web.xml", web]),
        where: fc.double({ min: 0, max: 1, noNaN: true }),
        scrap: fc.constantFrom(...scraps),
        cut: fc.nat(12),
        trigger: fc.constantFrom(undefined, ...TRIGGER_CHARACTERS),
      }),
      ({ file: [path, text], where, scrap, cut, trigger }) => {
        const at = Math.floor(where * text.length);
        const damaged = text.slice(0, at) + scrap + text.slice(at + cut);
        const offset = at + scrap.length;
        const file = readConfigFile(path, damaged, version);
        if (!file) return;
        nextMember(file, offset);
        const list = toCompletionList(
          complete({ file, offset, locale: "ko", trigger }),
          "file:///x",
          file.lines,
          client,
        );
        const labels = list.items.map(({ label, labelDetails }) => `${label} ${labelDetails?.description ?? ""}`);
        assert.equal(new Set(labels).size, labels.length, "one offer twice");
        for (const { label, labelDetails, filterText = "" } of list.items.slice(0, 5)) {
          const name = [label, labelDetails?.description].filter(Boolean).join(" ");
          // A client shows what matches the text typed so far, and nothing else.
          try {
            applyItem({ text: damaged, offset }, list, name, FULL);
          } catch (error) {
            assert.match(String(error), /does not match/, `${name} ${filterText}`);
          }
        }
      },
    ),
    { numRuns: runs(1500), seed: 20261124 },
  );
});
