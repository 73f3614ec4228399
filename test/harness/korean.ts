import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A line that users read in Korean, and where it stands. */
export interface KoreanLine {
  readonly place: string;
  readonly text: string;
}

/** Every line with Hangul of what users get: sources, pages, walkthroughs, manifest, README. */
export function koreanLines(): readonly KoreanLine[] {
  const files = ["README.ko.md", "package.nls.ko.json", ...["server/src", "client", "snippets"].flatMap(filesBelow)];
  return files.flatMap((file) =>
    readFileSync(join(ROOT, file), "utf8")
      .split("\n")
      .map((text, index) => ({ place: `${file}:${index + 1}`, text }))
      .filter(({ text }) => /[가-힣]/.test(text)),
  );
}

function filesBelow(folder: string): readonly string[] {
  return (
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|md|json)$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      // The helper's own documentation names the particles it chooses.
      .filter((file) => !file.endsWith("base/josa.ts"))
  );
}
