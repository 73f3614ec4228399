import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { CodeServer } from "./install.ts";

/** Settings that keep a workbench quiet; those of the caller and of the user's folder win. */
const QUIET_SETTINGS = {
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "git.enabled": false,
  // On the web the default writes files a second after each edit.
  "files.autoSave": "off",
  "window.confirmBeforeClose": "never",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
};

/** How long a server may take to say that it listens, in milliseconds. */
const START_LIMIT = 60_000;

export interface ServerOptions {
  /** Settings, state and sockets live here; the caller removes it. */
  readonly dataDir: string;
  readonly userDataDir?: string;
  readonly extensionsDir?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** True where folders are restricted until the user trusts them; else all are trusted. */
  readonly asksTrust?: boolean;
}

export interface RunningServer {
  /** Address of a workbench: a folder or a .code-workspace file, and the pairs of its `payload` parameter. */
  url(folder: string | undefined, payload: readonly (readonly [string, string])[]): string;
  /** How the workbench names a path of this machine. */
  remoteUri(path: string): string;
  stop(): Promise<void>;
}

/** Starts a VS Code server on a free loopback port, open only to who knows its token. */
export async function startServer(code: CodeServer, options: ServerOptions): Promise<RunningServer> {
  writeSettings(userDataOf(options), options.settings ?? {});
  const temporary = join(options.dataDir, "tmp");
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  const token = randomBytes(16).toString("hex");

  const child = spawn(
    code.node,
    [
      ...[join(code.home, "out", "server-main.js"), "--host", "127.0.0.1", "--port", "0", "--connection-token", token],
      ...["--accept-server-license-terms", "--telemetry-level", "off", "--disable-telemetry", "--log", "warn"],
      ...["--disable-experiments", "--disable-update-check"],
      ...(options.asksTrust ? [] : ["--disable-workspace-trust"]),
      ...["--disable-getting-started-override", "--enable-remote-auto-shutdown"],
      // A built workbench ignores extensionDevelopmentPath and extensionTestsPath without it.
      "--enable-smoke-test-driver",
      ...foldersOf(options),
    ],
    {
      env: {
        ...process.env,
        TMPDIR: temporary,
        XDG_RUNTIME_DIR: temporary,
        // No gallery: nothing is looked up outside this machine.
        EXTENSIONS_GALLERY: '{"serviceUrl":""}',
        ...options.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
      // A process group of its own, so that stop() ends the extension hosts too.
      detached: true,
    },
  );
  const authority = `127.0.0.1:${await portOf(child)}`;
  const remoteUri = (path: string) => `vscode-remote://${authority}${encodeURI(resolve(path))}`;
  return {
    remoteUri,
    url(folder, payload) {
      const url = new URL(`http://${authority}/`);
      url.searchParams.set("tkn", token);
      const kind = folder?.endsWith(".code-workspace") ? "workspace" : "folder";
      if (folder) url.searchParams.set(kind, resolve(folder));
      url.searchParams.set("payload", JSON.stringify(payload));
      return url.href;
    },
    stop: () => stop(child),
  };
}

/** The options of the server that say where it keeps what. */
export function foldersOf(options: ServerOptions): readonly string[] {
  return [
    ...["--server-data-dir", join(options.dataDir, "server"), "--user-data-dir", userDataOf(options)],
    ...["--extensions-dir", options.extensionsDir ?? join(options.dataDir, "extensions")],
  ];
}

function userDataOf({ dataDir, userDataDir }: ServerOptions): string {
  return userDataDir ?? join(dataDir, "user");
}

function writeSettings(userDataDir: string, settings: Readonly<Record<string, unknown>>): void {
  const file = join(userDataDir, "User", "settings.json");
  mkdirSync(dirname(file), { recursive: true });
  const before: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  writeFileSync(file, JSON.stringify({ ...QUIET_SETTINGS, ...Object(before), ...settings }, undefined, 2));
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let output = "";
    const timer = setTimeout(() => fail(new Error(`the VS Code server did not start:\n${output}`)), START_LIMIT);
    const read = (chunk: unknown) => {
      output += String(chunk);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      found(port);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", fail);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(new Error(`the VS Code server ended with ${code}:\n${output}`));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((done) => {
    if (child.exitCode === null && child.signalCode === null) child.once("exit", () => done());
    else done();
  });
  signalGroup(child, "SIGTERM");
  await Promise.race([gone, new Promise((done) => setTimeout(done, 5_000).unref())]);
  signalGroup(child, "SIGKILL");
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended by itself.
  }
}
