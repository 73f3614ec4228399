import { readFileSync } from "node:fs";

/** A snippet as VS Code reads it. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** The snippets of a file of ours, by name. */
export function snippetsIn(file: string): Readonly<Record<string, Snippet>> {
  return JSON.parse(readFileSync(new URL(`../../snippets/${file}`, import.meta.url), "utf8"));
}

/** The text a snippet leaves when every stop keeps its default or its first choice; `typed` is what else is typed, by stop. */
export function expand({ body }: Snippet, typed: Readonly<Record<string, string>> = {}): string {
  const fill = (_: string, stop: string, usual: string) => typed[stop] ?? usual;
  return body
    .join("\n")
    .replace(/\$\{(\d+)\|([^,|]*)[^|]*\|\}/g, fill)
    .replace(/\$\{(\d+):([^}]*)\}/g, fill)
    .replace(/\$\d+/g, "");
}
