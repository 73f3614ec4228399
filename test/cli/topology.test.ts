import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));
const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const topology = (...words: readonly string[]) =>
  spawnSync(process.execPath, [cli, "topology", examples, "--lang", "en", ...words], { encoding: "utf8" });

describe("the topology of the post's nodes", () => {
  test("as text", () => {
    const { status, stdout } = topology();
    assert.equal(status, 0);
    assert.match(stdout, /^228\.0\.0\.4:45564 {2}\(neighbouring folders\)\n {2}node1 {2}192\.168\.56\.7:4000 /);
  });

  test("as JSON", () => {
    const { clusters } = JSON.parse(topology("--format", "json").stdout);
    assert.deepEqual(
      clusters[0].nodes.map(({ name, place }: { name: string; place: { range: { start: { line: number } } } }) => [
        name,
        place.range.start.line,
      ]),
      [
        ["node1", 9],
        ["node2", 9],
      ],
    );
  });

  test("as a picture", () => {
    const { status, stdout } = topology("--format", "svg");
    assert.equal(status, 0);
    assert.match(stdout, /^<\?xml[^>]*>\n<svg .*multicast 228\.0\.0\.4:45564.*<\/svg>\n$/s);
  });
});
