import type { Locator, Page } from "playwright-core";

/** Presses a key that opens the quick input, and types into it; the rows are what it offers. */
export async function ask(page: Page, key: string, answer: string): Promise<Locator> {
  await page.keyboard.press(key);
  await page.locator(".quick-input-widget input").fill(answer);
  return page.locator(".quick-input-list .monaco-list-row");
}

/** How often a command is looked for, and how long each time, in milliseconds: the list shows only what was known when it opened. */
const LOOKS = { times: 20, pause: 2_000 } as const;

/** Runs a command by its title, once its extension is there. */
export async function runCommand(page: Page, title: string): Promise<void> {
  for (let look = 1; ; look++) {
    const rows = await ask(page, "F1", `>${title}`);
    try {
      await rows.filter({ hasText: title }).first().waitFor({ timeout: LOOKS.pause });
      break;
    } catch (error) {
      if (look === LOOKS.times) throw error;
      await page.keyboard.press("Escape");
    }
  }
  const found = page.locator(".quick-input-list .monaco-list-row");
  const named = page.locator(".label-name").getByText(title, { exact: true });
  // What was run last, or is called longer, may stand first.
  if ((await found.first().filter({ has: named }).count()) === 0 && (await found.filter({ has: named }).count()) > 0) {
    await found.filter({ has: named }).first().click();
  } else await page.keyboard.press("Enter");
}

/** Waits until the workbench stands. */
export async function workbench(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await page.locator(".monaco-workbench .statusbar-item").first().waitFor();
}

/** Puts the cursor of the active editor behind the first occurrence of a text in what stands there. */
export async function goBehind(page: Page, needle: string, text: string): Promise<void> {
  const before = text.slice(0, text.indexOf(needle) + needle.length).split("\n");
  const [line, column] = [before.length, (before.at(-1) ?? "").length + 1];
  await ask(page, "Control+G", `:${line}:${column}`);
  await page.keyboard.press("Enter");
  // Keys pressed before the question is gone would be lost.
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  await page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  await page.locator(".editor-instance .monaco-editor.focused").waitFor();
}

/** Opens a file of the workspace by words of its path, the last of which is its name. */
export async function openFile(page: Page, words: string): Promise<void> {
  const hasText = words.slice(words.lastIndexOf(" ") + 1);
  const rows = await ask(page, "Control+P", words);
  // The first row may say that nothing is found yet.
  await rows.filter({ hasText }).first().click();
  await page.locator(".tab.active", { hasText }).waitFor();
}
