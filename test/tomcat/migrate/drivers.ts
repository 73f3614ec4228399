import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const at = (name: string) => fileURLToPath(new URL(`../${name}.java`, import.meta.url));

/** Compiles a driver of a database below a folder: the folder of its classes. */
export function compiledDriver(name: "UserDriver" | "SessionDriver", folder: string): string {
  const classes = join(folder, "classes");
  mkdirSync(classes, { recursive: true });
  execFileSync("javac", ["--release", "17", "-d", classes, at("SmallDriver"), at(name)]);
  return classes;
}
