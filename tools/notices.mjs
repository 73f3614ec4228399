// What the packages in the bundles ask for: their licences, word by word, beside the bundles.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Licences that ask for nothing but their text. Another one needs a look before it gets in. */
const PERMISSIVE = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "BlueOak-1.0.0"]);
const TEXTS = /^(licen[cs]e|copying|notice)([-.].*)?$/i;
const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/** The folders of the packages that these modules are from, by their paths. */
export function foldersOf(modules) {
  const paths = modules.map((path) => relative(".", path).replaceAll("\\", "/"));
  return [...new Set(paths.flatMap((path) => PACKAGE.exec(path) ?? []))].sort();
}

/**
 * The text of THIRD-PARTY-NOTICES for some folders of packages. Throws where a package has a licence that needs a look,
 * or has none: what is not stated must not be shipped.
 */
export function noticesOf(folders) {
  const packages = new Map();
  for (const folder of folders) {
    const { name, version, license, homepage, repository } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    // Parts of a package have a package.json of their own without a name.
    if (name === undefined || packages.has(`${name}@${version}`)) continue;
    const choices = String(license)
      .replace(/^\((.*)\)$/, "$1")
      .split(" OR ");
    if (!choices.some((choice) => PERMISSIVE.has(choice)))
      throw new Error(`${folder}: the licence ${license} is not among the permissive ones`);
    const texts = textsIn(folder);
    if (texts.length === 0) throw new Error(`${folder}: no file with the text of its licence`);
    const address = homepage ?? (typeof repository === "string" ? repository : repository?.url) ?? "";
    packages.set(
      `${name}@${version}`,
      `${"=".repeat(80)}\n${name}@${version} (${license})\n${address}\n\n${texts.join("\n\n")}\n`,
    );
  }
  const head = "This program contains the packages below, whose licences ask for these notices.\n";
  return [head, ...[...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text)].join("\n");
}

function textsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => TEXTS.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim());
}

/** The packages that a text of this kind speaks of, as `name@version`. */
export function packagesIn(notices) {
  return [...notices.matchAll(/^={80}\n(\S+) \(/gm)].map(([, name]) => name);
}
