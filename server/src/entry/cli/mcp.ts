import type { Command } from "commander";
import { printable } from "../../base/printable.ts";
import { checkTool } from "../mcp/check.ts";
import { effectiveTool } from "../mcp/effective.ts";
import { explainTool } from "../mcp/explain.ts";
import { Folders } from "../mcp/folders.ts";
import { topologyTool } from "../mcp/topology.ts";
import { version } from "./common.ts";

export function addMcp(program: Command): void {
  program
    .command("mcp")
    .description("answer an agent over standard input and output (Model Context Protocol); reads, and changes nothing")
    .argument("[folders...]", "what it may read; without any, the working directory")
    .action(async (folders: readonly string[]) => {
      const { serve } = await import("../mcp/serve.ts");
      const tools = [checkTool, explainTool, effectiveTool, topologyTool];
      const complain = (line: string) => process.stderr.write(`${printable(line)}\n`);
      await serve(tools, new Folders(folders.length > 0 ? folders : ["."]), version(), complain);
    });
}
