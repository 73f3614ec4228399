// A reporter for Node's test runner: how long each file's tests took together, the longest first.
import { relative } from "node:path";

const SHOWN = 5;

export default async function* slowest(source) {
  const seconds = new Map();
  for await (const { type, data } of source) {
    // A suite may be made by a helper in another file; its tests stand in their own.
    if ((type !== "test:pass" && type !== "test:fail") || data.details.type === "suite" || !data.file) continue;
    const file = relative(process.cwd(), data.file);
    seconds.set(file, (seconds.get(file) ?? 0) + data.details.duration_ms / 1000);
  }
  const longest = [...seconds].sort(([, one], [, other]) => other - one).slice(0, SHOWN);
  for (const [file, time] of longest) yield `${time.toFixed(0).padStart(6)} s ${file}\n`;
}
