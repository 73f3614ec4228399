import { spawnSync } from "node:child_process";
import { closeSync, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { line, member } from "../harness/log-lines.ts";
import { round, table } from "./measure.ts";

const SIZES = [100_000_000, 1_000_000_000];
const PART = 1 << 20;

/** A Tomcat's log of about this many bytes: requests of an application, some that fail, and a member now and then. */
function writeLog(path: string, size: number): void {
  const file = openSync(path, "w");
  let written = 0;
  let text = "";
  for (let index = 0; written < size; index++) {
    text += `08-Feb-2023 09:12:33.123 INFO [http-nio-8080-exec-${index % 200}] com.example.shop.Orders.place Order ${index} was placed in ${index % 300} ms\n`;
    if (index % 50 === 0) {
      const frames = Array.from({ length: 20 }, (_, at) => `\t\tat com.example.shop.Pay.step${at}(Pay.java:${at})\n`);
      text += `08-Feb-2023 09:12:33.456 SEVERE [main] com.example.shop.Pay.charge no\n\tjava.io.IOException: no\n${frames.join("")}`;
    }
    if (index % 200 === 0)
      text += `${line(index % 80_000, "INFO", "ha.tcp.SimpleTcpCluster.memberAdded", `[${member(8)}]`)}\n`;
    if (text.length < PART) continue;
    writeSync(file, text);
    written += text.length;
    text = "";
  }
  closeSync(file);
}

/** `npm run bench -- --logs`: what a large log costs, as a table. */
export function costOfLogs(cli: string, folder: string): string {
  const rows = SIZES.map((size) => {
    const path = join(folder, "catalina.out");
    writeLog(path, size);
    // The program tells its own memory: what the system counts for a child is not there on every system.
    const script = `process.on("exit", () => console.error(process.resourceUsage().maxRSS)); require(${JSON.stringify(cli)})`;
    const begin = performance.now();
    const { stderr } = spawnSync(process.execPath, ["-e", script, "logs", path, "--events", "0"], {
      encoding: "utf8",
    });
    const seconds = (performance.now() - begin) / 1000;
    const megabytes = statSync(path).size / 1e6;
    return [round(megabytes), round(seconds), round(megabytes / seconds), round(Number(stderr.trim()) / 1024)];
  });
  return table(["MB of log", "s", "MB/s", "MB of memory"], rows);
}
