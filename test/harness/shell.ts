import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "node:test";
import { fileURLToPath } from "node:url";

/** The bundled command line. */
export const PROGRAM = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));

/** A server.xml with one mistake that `--fix` mends: a value without quotes. */
export const BROKEN = `<?xml version="1.0"?>
<Server>
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost" jvmRoute=node1>
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>
    </Engine>
  </Service>
</Server>
`;
export const FIXED = BROKEN.replace("=node1", '="node1"');

/** A new folder for each test of a suite, in which its commands run. */
export function inNewFolder(parent = tmpdir()) {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(parent, "tomcat-cluster-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    /** The absolute path of a name in it. */
    at: (...names: readonly string[]) => join(folder, ...names),
    write(path: string, content: string | Buffer): string {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
      return target;
    },
    read: (path: string): string => readFileSync(join(folder, path), "utf8"),
    run(...words: readonly string[]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
        cwd: folder,
        encoding: "utf8",
        input: "",
        maxBuffer: 256 * 1024 * 1024,
        env: { ...process.env, LANG: "C" },
      });
      assert.doesNotMatch(stderr, /^\s+at .*:\d+:\d+/m, "a stack trace");
      return { status, stdout, stderr };
    },
    /** A line of the shell, with the command line as `$CHECK`. */
    shell(line: string) {
      const { status, stdout, stderr } = spawnSync("bash", ["-c", line], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, LANG: "C", CHECK: `${process.execPath} ${PROGRAM} check` },
      });
      return { status, stdout, stderr };
    },
  };
}
