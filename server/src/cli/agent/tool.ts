import type { Locale, Localized } from "../../base/localized.ts";
import { LINES } from "../../schema/lines.ts";
import type { CheckHost } from "../batch.ts";

/** The part of JSON Schema that describes what a tool takes. */
export interface ValueSchema {
  readonly type: "string" | "array";
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly items?: ValueSchema;
  readonly minItems?: number;
}

/** Where a tool reads, and in which language it answers who names none. */
export interface ToolPlace {
  /** Files and pages, of which those outside of what the agent may read are not there. */
  readonly host: CheckHost;
  readonly locale: Locale;
  /** The Tomcat line the user has chosen for the first of some paths; undefined where the files tell. */
  chosenLine(paths: readonly string[]): Promise<string | undefined>;
  /** The paths of the core for what an agent names. Throws where one is outside of what it may read. */
  within(paths: readonly string[]): Promise<readonly string[]>;
  /** The page of a rule as Markdown; undefined where there is none. */
  page(code: string, locale: Locale): Promise<string | undefined>;
}

/** What an agent can ask for: it reads files, changes none, and asks no other machine. */
export interface Tool {
  readonly name: string;
  /** For the user, who sees that an agent asks for it. */
  readonly title: Localized;
  /** For the agent: what comes back, and when to ask. */
  readonly description: string;
  readonly properties: Readonly<Record<string, ValueSchema>>;
  readonly required: readonly string[];
  /** Gives what the agent reads, a part each. What it throws is told to the agent as an error, in its own words. */
  run(input: never, place: ToolPlace): Promise<readonly string[]>;
}

/** A tool whose input fits its schema: `runTool` sees to that before it calls `run`. */
export interface ToolOf<Input> extends Tool {
  run(input: Input, place: ToolPlace): Promise<readonly string[]>;
}

export const TOMCAT_VERSION: ValueSchema = {
  type: "string",
  enum: LINES,
  description: "The Tomcat line, instead of what the files tell.",
};
export const LANGUAGE: ValueSchema = {
  type: "string",
  enum: ["en", "ko"] satisfies readonly Locale[],
  description: "The language of the answer; without it, the user's.",
};
export const PATHS: ValueSchema = {
  type: "array",
  items: { type: "string" },
  minItems: 1,
  description: "Files, or folders with everything below them.",
};
