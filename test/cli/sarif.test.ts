import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inNewFolder, PROGRAM } from "../harness/shell.ts";

/** Microsoft's validator, which checks more than the schema says: 104 MB, so it is none of the project's packages. */
const VALIDATOR = { name: "@microsoft/sarif-multitool-linux", version: "5.7.0" };
const folder = fileURLToPath(new URL("../../.cache/sarif-multitool", import.meta.url));
const validator = join(folder, "node_modules", VALIDATOR.name, "Sarif.Multitool");
const skip =
  process.platform === "linux" && process.arch === "x64" ? false : "Microsoft's validator: needs Linux on x64";

interface Complaint {
  readonly ruleId: string;
  readonly message: { readonly id: string };
}

/** What the validator would have otherwise, and is as it is. */
const AS_IT_IS = [
  // Texts by id: ours are translated before they are written.
  "SARIF2002 Note_Default",
  // The revision that was checked: files need no repository.
  "SARIF2003 Note_Default",
  // The schema's address, which is not reached without a network.
  "SARIF2006 Note_Default",
  // Ids made of a number: ours say what they are about.
  "SARIF2009 Note_UseConventionalRuleIds",
  // Addresses on the web, which come with the manifest's homepage.
  "SARIF2005 Warning_ProvideToolnformationUri",
  "SARIF2012 Note_ProvideHelpUri",
];

describe("SARIF of the command line, by the rules of Microsoft's validator", { skip }, () => {
  const { at, write, read } = inNewFolder();

  before(() => {
    if (existsSync(validator)) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    const words = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    const { status, stderr } = spawnSync("npm", [...words, `${VALIDATOR.name}@${VALIDATOR.version}`], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    // What its install script does.
    chmodSync(validator, 0o755);
  });

  const check = (...words: readonly string[]) =>
    spawnSync(process.execPath, [PROGRAM, "check", ".", ...words], { cwd: at("."), encoding: "utf8" });

  test("new, accepted and silenced findings, with fixes and ways over the nodes, are as they should be", () => {
    cpSync("examples", at("."), { recursive: true });
    check("--baseline", "base.json", "--update-baseline");
    const [node1, node2] = ["node1/conf/server.xml", "node2/conf/server.xml"] as const;
    write(node1, read(node1).replace('address="228.0.0.4"', 'address="10.0.0.4"'));
    const silencing = "<!-- tomcat-cluster-disable port-taken-by-node: one of them runs at a time -->";
    write(node2, read(node2).replace("<Server", `${silencing}\n<Server`));
    check(...["--baseline", "base.json", "--include-suppressed", "--format", "sarif", "--output", "found.sarif"]);
    const { results } = JSON.parse(read("found.sarif")).runs[0];
    const states = new Set(
      results.map((each: { baselineState: string; suppressions: { kind: string }[] }) =>
        [each.baselineState, ...each.suppressions.map(({ kind }) => kind)].join(" "),
      ),
    );
    assert.deepEqual([...states].sort(), ["new", "new inSource", "unchanged external"]);
    const silenced = results.find(
      ({ suppressions: [first] }: { suppressions: { kind: string }[] }) => first?.kind === "inSource",
    );
    assert.equal(silenced.suppressions[0].justification, "one of them runs at a time");
    for (const part of ["fixes", "codeFlows", "relatedLocations"]) {
      assert.ok(
        results.some((each: object) => part in each),
        part,
      );
    }

    const { status, stdout, stderr } = spawnSync(
      validator,
      [
        ...["validate", "found.sarif", "--output", "complaints.sarif", "--rule-kind", "Sarif;Ghas"],
        ...["--level", "Error;Warning;Note"],
      ],
      { cwd: at("."), encoding: "utf8", env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" } },
    );
    assert.equal(status, 0, stdout + stderr);
    const { runs } = JSON.parse(readFileSync(at("complaints.sarif"), "utf8").replace(/^\ufeff/, ""));
    const complaints = new Set(runs[0].results.map(({ ruleId, message }: Complaint) => `${ruleId} ${message.id}`));
    for (const each of AS_IT_IS) complaints.delete(each);
    assert.deepEqual([...complaints], []);
  });
});
