import { type Attribute, type Facts, protocolAttributes } from "./facts.ts";

/** What differs between two Tomcats, a line for each: what a person reads before new facts are kept. */
export function differences(before: Facts, after: Facts): readonly string[] {
  return [
    ...keys(before.elements, after.elements, "element"),
    ...Object.entries(after.elements).flatMap(([path, element]) =>
      before.elements[path] ? record(path, { ...before.elements[path] }, { ...element }) : [],
    ),
    ...keys(before.classes, after.classes, "class"),
    ...Object.entries(after.classes).flatMap(([name, type]) => {
      const former = before.classes[name];
      if (!former) return [];
      const { attributes: old, ...rest } = former;
      const { attributes: now, ...own } = type;
      return [...record(name, rest, own), ...attributes(`${name}#`, old, now)];
    }),
    ...Object.keys(after.protocols).flatMap((name) =>
      typeof after.protocols[name] === "string"
        ? []
        : attributes(`${name}#`, protocolAttributes(before, name), protocolAttributes(after, name)),
    ),
    ...keys(setOf(before.web), setOf(after.web), "web.xml"),
  ];
}

function setOf(items: readonly string[]): Readonly<Record<string, true>> {
  return Object.fromEntries(items.map((item) => [item, true as const]));
}

function keys(before: object, after: object, what: string): readonly string[] {
  return [
    ...Object.keys(after).flatMap((key) => (key in before ? [] : [`+ ${what} ${key}`])),
    ...Object.keys(before).flatMap((key) => (key in after ? [] : [`- ${what} ${key}`])),
  ];
}

function record(where: string, before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [old, now] = [JSON.stringify(before[key]), JSON.stringify(after[key])];
    return old === now ? [] : [`  ${where} ${key}: ${old ?? "none"} -> ${now ?? "none"}`];
  });
}

function attributes(
  where: string,
  before: Readonly<Record<string, Attribute>>,
  after: Readonly<Record<string, Attribute>>,
): readonly string[] {
  return [
    ...Object.keys(after).flatMap((key) => (key in before ? [] : [`+ ${where}${key}`])),
    ...Object.keys(before).flatMap((key) => (key in after ? [] : [`- ${where}${key}`])),
    ...Object.entries(after).flatMap(([key, attribute]) =>
      before[key] ? record(`${where}${key}`, { ...before[key] }, { ...attribute }) : [],
    ),
  ];
}
