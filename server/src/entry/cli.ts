#!/usr/bin/env node
import { parseArgs } from "node:util";
import { localeOf } from "../base/localized.ts";
import { check } from "../cli/check.ts";
import { rules } from "../rules/index.ts";
import { Workspace } from "../workspace/workspace.ts";
import { nodeFiles } from "./node-files.ts";

const USAGE = `Usage: tomcat-cluster check PATH…

Checks Tomcat configuration: files, or folders with everything below them.

  --tomcat-version LINE   7.0, 8.5, 9.0, 10.1 or 11.0 instead of what the files tell
  --lang LANGUAGE         en or ko
  --help                  this text

Exit code: 0 nothing found, 1 findings, 2 usage or a path that cannot be read.
`;

async function main(): Promise<number> {
  let parsed: ReturnType<typeof parseCommandLine>;
  try {
    parsed = parseCommandLine();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  const [command, ...paths] = parsed.positionals;
  if (parsed.values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (command !== "check" || paths.length === 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const files = nodeFiles();
  const line = parsed.values["tomcat-version"] ?? "auto";
  const workspace = new Workspace(files, {
    rules,
    chosenLine: () => Promise.resolve(line),
    onRuleError: (rule, error) => process.stderr.write(`rule ${rule.id} failed: ${String(error)}\n`),
  });
  const outcome = await check(paths, workspace, files, localeOf(parsed.values.lang ?? process.env["LANG"]));
  process.stdout.write(outcome.report);
  for (const problem of outcome.problems) process.stderr.write(`${problem}\n`);
  return outcome.exitCode;
}

function parseCommandLine() {
  return parseArgs({
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h" },
      lang: { type: "string" },
      "tomcat-version": { type: "string" },
    },
  });
}

void main().then((code) => {
  process.exitCode = code;
});
