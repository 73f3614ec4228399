import { catalogOf } from "../schema/catalog.ts";
import { LINES, type Line } from "../schema/lines.ts";
import type { AttributeFacts, TomcatVersion } from "../schema/model.ts";

/**
 * The release or line that introduced the default in effect after a move; undefined where the facts do not date it.
 * Within a line a change has a release; between lines it has the line.
 */
export function sinceOfDefault(
  className: string,
  name: string,
  from: TomcatVersion,
  to: TomcatVersion,
): string | undefined {
  const lines = LINES.slice(LINES.indexOf(from.line), LINES.indexOf(to.line) + 1).reverse();
  for (const [index, line] of lines.entries()) {
    const facts = factsOf(className, name, line);
    if (!facts) return undefined;
    const changes = facts.earlierDefaults.filter(
      ({ until }) =>
        (line !== to.line || !to.release || until.compare(to.release) <= 0) &&
        (line !== from.line || !from.release || until.compare(from.release) > 0),
    );
    const last = changes.at(-1);
    if (last) return last.until.text;
    const older = lines[index + 1];
    const before = older && factsOf(className, name, older);
    if (before && before.default !== facts.default) return line;
  }
  return undefined;
}

function factsOf(className: string, name: string, line: Line): AttributeFacts | undefined {
  const catalog = catalogOf(line);
  return catalog.classNamed(className)?.attributes.get(name) ?? catalog.connectorAttributes(className)?.get(name);
}
