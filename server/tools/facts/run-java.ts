import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const sources = fileURLToPath(new URL("java/", import.meta.url));

/** Where the tools of a JDK are: `JAVA_HOME`, else the path. A Tomcat that needs a newer Java is read with that one. */
export function jdk(tool: "java" | "javac" | "jar" | "javap"): string {
  const { JAVA_HOME } = process.env;
  return JAVA_HOME ? join(JAVA_HOME, "bin", tool) : tool;
}

/** Compiles the programs in `java/` and gives the folder of their classes to `act`. */
export function withPrograms<T>(act: (classes: string) => T): T {
  return withFolder((classes) => {
    const files = readdirSync(sources).filter((name) => name.endsWith(".java"));
    execFileSync(jdk("javac"), ["-d", classes, ...files.map((name) => join(sources, name))], { stdio: "inherit" });
    return act(classes);
  });
}

/** Runs one of them; gives what it printed. */
export function runProgram(
  classes: string,
  program: string,
  {
    classPath = [],
    words = [],
    input = "",
  }: { classPath?: readonly string[]; words?: readonly string[]; input?: string },
): unknown {
  const text = execFileSync(jdk("java"), ["-cp", [classes, ...classPath].join(delimiter), program, ...words], {
    input,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return JSON.parse(text);
}

/** A folder that is gone afterwards. */
export function withFolder<T>(act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-facts-"));
  try {
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
