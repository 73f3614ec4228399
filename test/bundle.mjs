// Test files as bundles: what they share is read and translated once, and not again by every process.
import { readFileSync, rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** A bundle lies elsewhere than its sources, which find their files from where they themselves are. */
const placeOfSources = {
  name: "place of sources",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const place = JSON.stringify(pathToFileURL(path).href);
      return text.includes("import.meta.url")
        ? { contents: text.replaceAll("import.meta.url", place), loader: "ts" }
        : undefined;
    });
  },
};

/** Bundles test files into a folder, with source maps; gives the addresses to import, in the order of the files. */
export async function bundleTests(files, folder) {
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: files,
    outbase: ".",
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: true,
    sourcesContent: false,
    outExtension: { ".js": ".mjs" },
    plugins: [placeOfSources],
  });
  return files.map((file) => pathToFileURL(`${folder}/${file.replace(/\.ts$/, ".mjs")}`).href);
}
