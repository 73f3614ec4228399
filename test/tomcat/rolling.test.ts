import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { newFiles } from "../../server/src/create/files.ts";
import { nodesAt } from "../../server/src/create/plan.ts";
import type { Line } from "../../server/src/schema/lines.ts";
import { backupForm, ENCRYPTED_FORM } from "../../server/src/schema/wire-forms.ts";
import { plansFor } from "../harness/plans.ts";
import { type Files, moveNodeByNode } from "./cluster/journey.ts";
import { makeNetwork, type Place } from "./cluster/network.ts";
import { ALL, missingTomcat, type RealTomcat, tomcats, versionOf } from "./tomcats.ts";

/** How long a session that is lost is waited for, in milliseconds. */
const PATIENCE = 15_000;

const network = missingTomcat ? undefined : makeNetwork();
const folder = mkdtempSync(join(tmpdir(), "tomcat-rolling-"));
after(() => {
  network?.remove();
  rmSync(folder, { recursive: true });
});

/** What the wizard writes for the two nodes. */
function filesFor(line: Line, manager: string, encrypted: boolean, places: readonly Place[]): readonly [Files, Files] {
  const plan = plansFor(line).find(
    (each) =>
      each.membership === "static" &&
      each.sending === "sync" &&
      each.manager === manager &&
      (each.encryptionKey !== undefined) === encrypted,
  );
  assert.ok(plan);
  const written = newFiles({ ...plan, nodes: nodesAt(places.map(({ address }) => address)) });
  const of = (node: string): Files =>
    new Map(
      written.flatMap(({ path, after: textAfter }): [string, string][] => {
        const outcome = textAfter(undefined, new Map());
        return path.startsWith(`${node}/`) && "text" in outcome ? [[path.slice(node.length + 1), outcome.text]] : [];
      }),
    );
  return [of("node1"), of("node2")];
}

/** Each Tomcat with each later one where all are asked for; else the pairs in which something differs for each kind. */
const pairs = tomcats.flatMap((from, index) => tomcats.slice(index + 1).map((to) => [from, to] as const));
const isSample = ([from, to]: readonly [RealTomcat, RealTomcat]) =>
  to === tomcats.at(-1) && (from === tomcats[0] || from.line === "10.1");

describe("a cluster of two moved node by node keeps its session where we say so", {
  skip: missingTomcat || (network ? false : "needs ip and the right to make network namespaces"),
}, () => {
  for (const pair of pairs.filter((each) => ALL || isSample(each))) {
    const [from, to] = pair;
    for (const [manager, encrypted] of [
      ["delta", false],
      ["delta", true],
      ["backup", false],
    ] as const) {
      if (!ALL && encrypted && from.line === "10.1") continue;
      const name = `${from.release} to ${to.release}, ${manager}${encrypted ? ", encrypted" : ""}`;
      test(name, async () => {
        assert.ok(network);
        const { places } = network;
        const { kept, logs } = await moveNodeByNode(
          {
            tomcat: from,
            next: { tomcat: to, files: filesFor(to.line, manager, encrypted, places) },
            places,
            folder: join(folder, name.replaceAll(/[ ,]+/g, "-")),
            files: filesFor(from.line, manager, encrypted, places),
          },
          PATIENCE,
        );
        const [one, other] = [versionOf(from), versionOf(to)];
        const understood =
          (!encrypted || ENCRYPTED_FORM.isIn(one) === ENCRYPTED_FORM.isIn(other)) &&
          (manager !== "backup" || backupForm(one) === backupForm(other));
        assert.equal(kept, understood, logs);
      });
    }
  }
});
