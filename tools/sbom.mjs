// A bill of materials (CycloneDX) of a release: what `npm sbom` says of the packages that are in the bundles. Written
// beside the other files of the release.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { packagesIn } from "./notices.mjs";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const { name, version } = read("package.json");
const words = ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only"];
const windows = process.platform === "win32";
const { stdout, stderr, status } = spawnSync(windows ? "npm.cmd" : "npm", words, { encoding: "utf8", shell: windows });
if (status !== 0) throw new Error(`npm sbom: ${stderr}`);

const bill = JSON.parse(stdout);
// npm takes the folder's name and the manifest's placeholder.
bill.metadata.component.name = name;
bill.metadata.component.description = read("package.nls.json").description;
// With `--omit dev` npm leaves out what a tool needs too, so all is asked for and what is bundled is kept.
const bundled = new Set(packagesIn(readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8")));
bill.components = bill.components.filter((each) => bundled.has(`${each.name}@${each.version}`));
const kept = new Set([bill.metadata.component["bom-ref"], ...bill.components.map((each) => each["bom-ref"])]);
bill.dependencies = bill.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
const listed = new Set(bill.components.map((each) => `${each.name}@${each.version}`));
const missing = [...bundled].filter((each) => !listed.has(each));
if (missing.length > 0) throw new Error(`in the bundles and unknown to npm: ${missing.join(", ")}`);

const path = `${name}-${version}.cdx.json`;
writeFileSync(path, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${path}  ${bill.components.length} packages`);
