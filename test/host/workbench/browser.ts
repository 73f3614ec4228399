import { existsSync } from "node:fs";
import { type BrowserContext, chromium } from "playwright-core";

/** Where Chromium is on this machine; undefined where it is not. */
export function findChromium(): string | undefined {
  const places = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/chromium-browser"];
  return places.find((path) => path !== undefined && existsSync(path));
}

const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  // Nothing but loopback resolves.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost",
];

/** @throws Error where there is no Chromium */
export async function launchChromium(profileDir: string, locale = "en-US"): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium: install it, or name it in CHROMIUM_PATH");
  return await chromium.launchPersistentContext(profileDir, {
    executablePath,
    args: FLAGS,
    locale,
    viewport: { width: 1280, height: 800 },
    // Its own handlers would end this process before the server is stopped.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
