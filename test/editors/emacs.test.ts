import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { settingsBelow, withCommand } from "./settings.ts";

const script = fileURLToPath(new URL("emacs.el", import.meta.url));
const example = readFileSync(new URL("../../examples/node1/conf/server.xml", import.meta.url), "utf8");

/** Why a client of Emacs cannot be tried here; false where it can. */
function skip(client: string): false | string {
  const words = ["--batch", "--eval", `(progn (package-initialize) (require '${client}))`];
  return spawnSync("emacs", words).status === 0 ? false : `Emacs with ${client}: needs emacs and ${client}`;
}

interface Result {
  readonly failure?: string;
  readonly found: readonly { readonly line: number; readonly text: string }[];
  readonly labels: readonly string[];
  readonly text: string;
}

describe("Emacs, with the settings of the README", () => {
  for (const [client, heading] of [
    ["eglot", "Emacs, with Eglot:"],
    ["lsp-mode", "Emacs, with lsp-mode:"],
  ] as const) {
    test(`finds, completes and fixes with ${client}`, { skip: skip(client) }, () => {
      const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-emacs-"));
      try {
        const file = join(folder, "conf", "server.xml");
        mkdirSync(join(folder, "conf"));
        writeFileSync(file, example.replace('frequency="500"', 'frequency="500" '));
        const settings = join(folder, "settings.el");
        writeFileSync(settings, settingsBelow(heading));
        const { error, stderr } = spawnSync("emacs", ["--batch", "--load", script], {
          encoding: "utf8",
          timeout: 60_000,
          env: {
            ...withCommand(folder),
            HOME: folder,
            CLIENT: client,
            SETTINGS: settings,
            FILE: file,
            RESULT: join(folder, "result.json"),
            BEHIND: 'frequency="500" ',
            AT: 'filter="',
            FIX: "Separate by |",
          },
        });
        assert.equal(error, undefined, stderr);
        const result: Result = JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
        assert.equal(result.failure, undefined, stderr);
        assert.doesNotMatch(stderr, /unsupported capability/);
        const line = example.slice(0, example.indexOf("filter=")).split("\n").length;
        assert.ok(
          result.found.some((each) => each.line === line && each.text.includes("filter is one regular expression")),
          JSON.stringify(result.found),
        );
        assert.ok(result.labels.includes("domain") && !result.labels.includes("dropTime"), result.labels.join());
        assert.match(result.text, /filter="\.\*\\\.gif\|\.\*\\\.js\|\.\*\\\.css"/);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});
