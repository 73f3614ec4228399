// The declarations of the library, written beside its bundle: those of its one function and of plain data, in one file.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { bin, run } from "../test/setup.mjs";

const OUT = "out/types";

rmSync(OUT, { recursive: true, force: true });
const failure = run(bin("tsc"), "-p", "server/tsconfig.library.json");
if (failure !== undefined) throw new Error(failure);
const read = (name) => readFileSync(`${OUT}/${name}.d.ts`, "utf8");
const own = read("entry/library/library").replace(/^(?:import|export type) .* from ".*";$/gm, "");
if (/\bimport\b/.test(own)) throw new Error("the library's declarations need another file");
writeFileSync("dist/library.d.cts", `${read("cli/reporters/plain-types")}${own.trimStart()}`);
