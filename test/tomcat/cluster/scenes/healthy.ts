import assert from "node:assert/strict";
import { BACKUP, type Scene } from "./scene.ts";

/** Nodes that live, replicate and stop as they should. */
export const HEALTHY: readonly Scene[] = [
  {
    name: "a healthy cluster that replicates and is stopped in order",
    faults: [],
    node: () => ({}),
    async act({ tomcats, visit }) {
      await visit(0);
      await visit(0, "apple");
      assert.match(await visit(1), /<li>apple<\/li>/);
      await tomcats[1].stop();
    },
  },
  {
    name: "a healthy cluster with BackupManager",
    faults: [],
    node: () => ({ manager: BACKUP }),
    async act({ tomcats, visit }) {
      await visit(0);
      await visit(0, "apple");
      await tomcats[0].stop();
    },
  },
];
