import { checkTool } from "./check.ts";
import { effectiveTool } from "./effective.ts";
import { explainTool } from "./explain.ts";
import { migrateTool } from "./migrate.ts";
import type { Tool, ToolPlace, ValueSchema } from "./tool.ts";
import { topologyTool } from "./topology.ts";

/** All that an agent can ask for; each tool has a file of its own. */
export const TOOLS: readonly Tool[] = [checkTool, explainTool, effectiveTool, topologyTool, migrateTool];

/** The JSON Schema of what a tool takes. */
export function inputSchema({ properties, required }: Pick<Tool, "properties" | "required">) {
  return { type: "object", properties, required, additionalProperties: false } as const;
}

/**
 * Runs a tool.
 *
 * @throws Error for a name that no tool has, for input that does not fit, and for what the tool cannot answer; its
 *   message is for the agent
 */
export async function runTool(name: string, input: unknown, place: ToolPlace): Promise<readonly string[]> {
  const tool = TOOLS.find((each) => each.name === name);
  if (!tool) throw new Error(`There is no tool ${name}. There are ${TOOLS.map((each) => each.name).join(", ")}.`);
  const wrong = mistakeIn(input, tool);
  if (wrong !== undefined) throw new Error(wrong);
  // The input has just been checked against the schema, which says what `run` takes.
  return tool.run(input as never, place);
}

/** What does not fit the schema; undefined where all does. */
function mistakeIn(input: unknown, { name, properties, required }: Tool): string | undefined {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return `${name} takes an object.`;
  const missing = required.find((key) => !(key in input));
  if (missing !== undefined) return `${name} needs ${missing}.`;
  for (const [key, value] of Object.entries(input)) {
    const schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (!schema) return `${name} takes no ${key}, but ${Object.keys(properties).join(", ")}.`;
    const wrong = mistakeInValue(value, schema);
    if (wrong !== undefined) return `${key} of ${name} is ${wrong}.`;
  }
  return undefined;
}

function mistakeInValue(value: unknown, schema: ValueSchema): string | undefined {
  if (schema.type === "string") {
    if (typeof value !== "string") return "a text";
    return schema.enum && !schema.enum.includes(value) ? `one of ${schema.enum.join(", ")}` : undefined;
  }
  const { items, minItems = 0 } = schema;
  if (!Array.isArray(value) || value.length < minItems) return `a list of at least ${minItems}`;
  return items && value.some((each) => mistakeInValue(each, items) !== undefined) ? "a list of texts" : undefined;
}
