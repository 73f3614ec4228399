/** An MBean as JMXProxyServlet prints it. */
export interface Bean {
  /** `ClusterChannel:type=Channel,channel=Catalina-Channel,component=Receiver`. */
  readonly name: string;
  /** The parts behind the domain, by their keys; values in quotes without them. */
  readonly keys: ReadonlyMap<string, string>;
  /** By name with a small first letter: models of Tomcat's and standard MBeans write it differently. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** `OK - Number of results: 6` */
const HEAD = /^OK - Number of results: \d+/;
const ATTRIBUTE = /^([^:\s=]+): (.*)$/;

/**
 * The beans of an answer; undefined for an answer that is none of JMXProxyServlet's.
 *
 * A long value goes on in lines that begin with a blank, an array's items begin with a tab (MBeanDumper.dumpBeans); both
 * become part of the value, items each behind a line feed.
 */
export function beansIn(answer: string): readonly Bean[] | undefined {
  const [head = "", ...lines] = answer.split(/\r?\n/);
  if (!HEAD.test(head)) return undefined;
  const beans: Bean[] = [];
  let name: string | undefined;
  let attributes = new Map<string, string>();
  let last = "";
  const end = () => {
    if (name !== undefined) beans.push({ name, keys: keysOf(name), attributes });
    name = undefined;
  };
  for (const line of lines) {
    if (line === "") end();
    else if (name === undefined) {
      if (!line.startsWith("Name: ")) continue;
      name = line.slice("Name: ".length);
      attributes = new Map();
    } else if (line.startsWith(" ")) attributes.set(last, `${attributes.get(last) ?? ""}${line.slice(1)}`);
    else if (line.startsWith("\t")) attributes.set(last, `${attributes.get(last) ?? ""}\n${line.slice(1)}`);
    else {
      const [, key = "", value = ""] = ATTRIBUTE.exec(line) ?? [];
      last = key.charAt(0).toLowerCase() + key.slice(1);
      if (key !== "") attributes.set(last, value);
    }
  }
  end();
  return beans;
}

/** The parts of an ObjectName behind its domain: values end at a comma, those in quotes at the next quote that is no `\"`. */
function keysOf(name: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (let at = name.indexOf(":") + 1; at < name.length; ) {
    const equals = name.indexOf("=", at);
    if (equals < 0) break;
    const quoted = name[equals + 1] === '"';
    let end = quoted ? equals + 2 : name.indexOf(",", equals);
    while (quoted && end < name.length && name[end] !== '"') end += name[end] === "\\" ? 2 : 1;
    if (end < 0 || end > name.length) end = name.length;
    keys.set(name.slice(at, equals), name.slice(quoted ? equals + 2 : equals + 1, end));
    const comma = name.indexOf(",", end);
    if (comma < 0) break;
    at = comma + 1;
  }
  return keys;
}
