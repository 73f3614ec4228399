import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import type { Folders } from "./folders.ts";
import type { Tool } from "./tool.ts";

/**
 * Offers tools to an agent over standard input and output (Model Context Protocol). Nothing of the core is imported
 * here, so that this late file holds the protocol's package alone.
 *
 * @param complain told of each line that is no message; the protocol's package ends after one of more than 10 MB
 */
export async function serve(
  tools: readonly Tool[],
  folders: Folders,
  version: string,
  complain: (line: string) => void,
): Promise<void> {
  const server = new Server(
    { name: "tomcat-cluster", title: "Tomcat Cluster", version },
    { capabilities: { tools: {} } },
  );
  const offered = tools.map(({ name, title, description, properties, required }) => ({
    name,
    title,
    description,
    inputSchema: {
      type: "object" as const,
      properties: properties as Record<string, object>,
      required: [...required],
      additionalProperties: false,
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  }));
  const validator = new AjvJsonSchemaValidator();
  const validators = new Map(offered.map(({ name, inputSchema }) => [name, validator.getValidator(inputSchema)]));
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: offered }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    const tool = tools.find(({ name }) => name === params.name);
    const checked = validators.get(params.name)?.(params.arguments ?? {});
    if (!tool || !checked) return failure(`There is no tool ${params.name}.`);
    if (!checked.valid) return failure(checked.errorMessage);
    try {
      // The schema has just been checked, and says what `run` takes.
      const parts = await tool.run(checked.data as never, folders);
      return { content: parts.map((text) => ({ type: "text", text })) };
    } catch (error) {
      return failure(error instanceof Error ? error.message : String(error));
    }
  });
  server.onerror = ({ message }) => complain(message);
  // The end of its input ends the process and closes nothing.
  server.onclose = () => {
    process.exitCode = 2;
  };
  await server.connect(new StdioServerTransport());
}

function failure(text: string): CallToolResult {
  return { content: [{ type: "text", text }], isError: true };
}
