import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { example, settingsBelow, twoNodes, withCommand } from "./settings.ts";

const script = fileURLToPath(new URL("emacs.el", import.meta.url));

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
  readonly hover: string;
  readonly effective: Shown;
  readonly topology: Shown;
}

interface Shown {
  readonly text: string;
  /** The line of the cursor. */
  readonly line: string;
}

describe("Emacs, with the settings of the README", () => {
  for (const [client, heading] of [
    ["eglot", "Emacs, with Eglot:"],
    ["lsp-mode", "Emacs, with lsp-mode:"],
  ] as const) {
    test(`finds, completes, explains and fixes with ${client}, and shows what Tomcat makes of it`, {
      skip: skip(client),
    }, () => {
      const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-emacs-"));
      try {
        const [file] = twoNodes(folder);
        // What tells both clients which folder is the workspace.
        spawnSync("git", ["init", "--quiet", folder]);
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
            FOLDER: folder,
            COMMANDS: fileURLToPath(new URL("../../editors/emacs/tomcat-cluster.el", import.meta.url)),
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
        assert.match(result.hover, /milliseconds/);
        assert.match(result.effective.text, /<Membership/);
        assert.match(result.effective.line, /frequency="500"/, "the cursor is where it was");
        assert.match(result.topology.text, /node1 {2}192\.168\.56\.7:4000.*\n {2}node2 {2}10\.0\.0\.2:4000/);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});
