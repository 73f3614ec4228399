import type { Locator, Page } from "playwright-core";

/** Presses a key that opens the quick input, and types into it; the rows are what it offers. */
export async function ask(page: Page, key: string, answer: string): Promise<Locator> {
  await page.keyboard.press(key);
  await page.locator(".quick-input-widget input").fill(answer);
  return page.locator(".quick-input-list .monaco-list-row");
}

/** Runs a command by its title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const rows = await ask(page, "F1", `>${title}`);
  await rows.filter({ hasText: title }).first().waitFor();
  await page.keyboard.press("Enter");
}

/** Waits until the workbench stands, with its folder. */
export async function workbench(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await page.locator(".monaco-workbench .explorer-folders-view").waitFor();
}
