import type { Command } from "commander";
import { startMcp } from "../mcp/start.ts";
import { locale } from "./common.ts";

export function addMcp(program: Command): void {
  program
    .command("mcp")
    .description("answer an agent over standard input and output (Model Context Protocol); reads, and changes nothing")
    .argument("[folders...]", "what it may read; without any, the working directory")
    .action((folders: readonly string[], flags: { readonly lang?: string }) => startMcp(folders, locale(flags)));
}
