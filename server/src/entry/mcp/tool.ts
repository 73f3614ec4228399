import { resolve } from "node:path";
import type { Locale } from "../../base/localized.ts";
import type { CheckHost } from "../../cli/batch.ts";
import { LINES } from "../../schema/lines.ts";
import { checkHost } from "../check-host.ts";
import { nodeFiles } from "../node-files.ts";
import type { Folders } from "./folders.ts";

/** The part of JSON Schema that describes what a tool takes. */
export interface ValueSchema {
  readonly type: "string" | "array";
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly items?: ValueSchema;
  readonly minItems?: number;
}

/** What an agent can ask for: it reads files, changes none, and asks no other machine. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** For the agent: what comes back, and when to ask. */
  readonly description: string;
  readonly properties: Readonly<Record<string, ValueSchema>>;
  readonly required: readonly string[];
  /** Gives what the agent reads, a part each. What it throws is told to the agent as an error, in its own words. */
  run(input: never, folders: Folders): Promise<readonly string[]>;
}

/** A tool whose input fits its schema: `serve` sees to that before it calls `run`. */
export interface ToolOf<Input> extends Tool {
  run(input: Input, folders: Folders): Promise<readonly string[]>;
}

export const TOMCAT_VERSION: ValueSchema = {
  type: "string",
  enum: LINES,
  description: "The Tomcat line, instead of what the files tell.",
};
export const LANGUAGE: ValueSchema = { type: "string", enum: ["en", "ko"] satisfies readonly Locale[] };
export const PATHS: ValueSchema = {
  type: "array",
  items: { type: "string" },
  minItems: 1,
  description: "Files, or folders with everything below them.",
};

/** Absolute paths with `/`; throws where one is outside of the folders. */
export async function pathsWithin(folders: Folders, paths: readonly string[]): Promise<readonly string[]> {
  for (const path of paths) {
    if (await folders.holds(path)) continue;
    throw new Error(`${path} is not below a folder this server may read: ${folders.all.join(", ")}.`);
  }
  return paths.map((path) => resolve(path).replaceAll("\\", "/"));
}

/** This machine as far as the folders go. */
export function hostWithin(folders: Folders): CheckHost {
  return checkHost(folders.filter(nodeFiles()));
}
