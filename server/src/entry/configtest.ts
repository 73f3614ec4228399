import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConfigtestPort, Ended } from "../configtest/port.ts";

const WINDOWS = process.platform === "win32";
/** What a configuration with an exception for every element prints; in characters. */
const MOST_OUTPUT = 4 * 1024 * 1024;

/** `toPath` turns the core's paths into those of the file system. */
export function nodeConfigtest(toPath: (path: string) => string): ConfigtestPort {
  return {
    run(home, base, milliseconds) {
      const folder = toPath(base);
      return run(home ?? folder, folder, milliseconds);
    },
  };
}

function run(home: string, base: string, milliseconds: number): ReturnType<ConfigtestPort["run"]> {
  const script = join(home, "bin", WINDOWS ? "catalina.bat" : "catalina.sh");
  if (!existsSync(script)) return { stop() {}, ended: Promise.resolve({ kind: "no-tomcat", home }) };
  let child: ChildProcess;
  try {
    child = start(script, home, base);
  } catch (error) {
    return { stop() {}, ended: Promise.resolve({ kind: "failed", reason: String(error) }) };
  }
  const endChild = () => killTree(child);
  // A server that ends takes its Tomcat along.
  process.once("exit", endChild);
  let because: "timeout" | "stopped" | undefined;
  const stop = (reason: "timeout" | "stopped") => {
    because ??= reason;
    endChild();
  };
  const timer = setTimeout(() => stop("timeout"), milliseconds);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      if (output.length < MOST_OUTPUT) output += text;
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once("error", (error) => resolve({ kind: "failed", reason: error.message }));
    child.once("close", (code) => {
      if (because === "timeout") resolve({ kind: "timeout", output });
      else if (because === "stopped") resolve({ kind: "stopped" });
      else resolve({ kind: "exit", code: code ?? 1, output });
    });
  }).finally(() => {
    clearTimeout(timer);
    process.removeListener("exit", endChild);
  });
  return { stop: () => stop("stopped"), ended };
}

/**
 * A group of processes that ends with this one, however this one ends: its end of the pipe closes then, even after a
 * SIGKILL, and the reader of the pipe ends the group.
 */
const WATCHED = `
exec 3<&0 </dev/null
/bin/sh "$1" configtest 3<&- &
tomcat=$!
(read -r _ <&3; kill -KILL 0) >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait "$tomcat"; code=$?
kill -KILL "$watch" 2>/dev/null
exit "$code"
`;

/** Words of the command line are handed over as they are; no shell reads them. */
function start(script: string, home: string, base: string): ChildProcess {
  const english = "-Duser.language=en -Duser.country=US";
  const env = {
    ...process.env,
    CATALINA_HOME: home,
    CATALINA_BASE: base,
    // The project's folder may have no temp, and gets nothing written into it.
    CATALINA_TMPDIR: tmpdir(),
    JAVA_OPTS: `${process.env["JAVA_OPTS"] ?? ""} ${english}`.trim(),
  };
  const options: SpawnOptions = {
    cwd: home,
    env,
    stdio: [WINDOWS ? "ignore" : "pipe", "pipe", "pipe"],
    windowsHide: true,
  };
  if (!WINDOWS) return spawn("/bin/sh", ["-c", WATCHED, script, script], { ...options, detached: true });
  // Node starts no batch file itself; the one word that is not ours must not hold what cmd would read.
  if (/["%&|<>^!\r\n]/.test(script)) throw new Error(`a path that cmd cannot take: ${script}`);
  return spawn(process.env["ComSpec"] ?? "cmd.exe", ["/d", "/s", "/c", `""${script}" configtest"`], {
    ...options,
    windowsVerbatimArguments: true,
  });
}

/** The script and the Java it started, which is a process of its own. */
function killTree({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    if (WINDOWS) spawnSync("taskkill", ["/pid", `${pid}`, "/t", "/f"], { windowsHide: true });
    else process.kill(-pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}
