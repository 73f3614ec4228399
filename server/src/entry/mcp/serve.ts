import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";

/** A tool as an agent is told of it. */
export interface OfferedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: {
    readonly type: "object";
    readonly properties: Readonly<Record<string, object>>;
    readonly required: readonly string[];
    readonly additionalProperties: false;
  };
}

/** Answers a call with what the agent reads, a part each; what it throws is told to the agent. */
export type RunTool = (name: string, input: unknown) => Promise<readonly string[]>;

/**
 * Offers tools to an agent over standard input and output (Model Context Protocol). Nothing of the core is imported
 * here, so that this late file holds the protocol's package alone.
 *
 * @param complain told of each line that is no message; the protocol's package ends after one of more than 10 MB
 */
export async function serveMcp(
  tools: readonly OfferedTool[],
  run: RunTool,
  version: string,
  complain: (line: string) => void,
): Promise<void> {
  const server = new Server(
    { name: "tomcat-cluster", title: "Tomcat Cluster", version },
    { capabilities: { tools: {} } },
  );
  const offered = tools.map(({ inputSchema, ...tool }) => ({
    ...tool,
    inputSchema: { ...inputSchema, properties: { ...inputSchema.properties }, required: [...inputSchema.required] },
    annotations: { readOnlyHint: true, openWorldHint: false },
  }));
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: offered }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    try {
      const parts = await run(params.name, params.arguments ?? {});
      return { content: parts.map((text) => ({ type: "text", text })) };
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return { content: [{ type: "text", text }], isError: true };
    }
  });
  server.onerror = ({ message }) => complain(message);
  // The end of its input ends the process and closes nothing.
  server.onclose = () => {
    process.exitCode = 2;
  };
  await server.connect(new StdioServerTransport());
}
