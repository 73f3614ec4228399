import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { findChromium, launchChromium } from "./browser.ts";
import { installCodeServer, installExtension } from "./install.ts";
import { foldersOf, type ServerOptions, startServer } from "./server.ts";
import { workbench } from "./window.ts";

/** The project, which is the extension under development. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Where the pictures go; the README's are chosen from them. */
export const pictures = process.env["SCREENSHOTS"] ?? join(root, "out", "screens");

const canRun = process.platform === "linux" && findChromium() !== undefined;

/** Why the tests of the user interface cannot run here; false where they can. */
export const skip = canRun ? false : "the user interface: needs Linux and Chromium (CHROMIUM_PATH)";

/** The newest VS Code in a browser, with the extension. */
export interface Session {
  readonly page: Page;
  /** Opens a folder or a .code-workspace file; undefined opens a window without one. */
  open(folder: string | undefined): Promise<void>;
  close(): Promise<void>;
}

export interface SessionOptions extends Pick<ServerOptions, "dataDir" | "settings" | "asksTrust"> {
  /** As browsers name it; `en-US` without it. */
  readonly locale?: string;
  /** How long a step of a test may take, in milliseconds. */
  readonly timeout: number;
  /** A packaged extension to be installed; without it the project is the extension under development. */
  readonly vsix?: string;
}

/** Starts one that has nothing open yet, and makes the folder of the pictures. */
export async function startSession({ locale, timeout, vsix, ...options }: SessionOptions): Promise<Session> {
  mkdirSync(pictures, { recursive: true });
  const code = installCodeServer("1.139");
  if (vsix !== undefined) installExtension(code, vsix, foldersOf(options));
  const server = await startServer(code, options);
  const context = await launchChromium(join(options.dataDir, "chromium"), locale).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(timeout);
  return {
    page,
    open: (folder) =>
      workbench(
        page,
        server.url(folder, [
          ...(vsix === undefined ? [["extensionDevelopmentPath", server.remoteUri(root)] as const] : []),
          ["skipWelcome", "true"],
          ["skipReleaseNotes", "true"],
        ]),
      ),
    async close() {
      await context.close();
      await server.stop();
    },
  };
}
