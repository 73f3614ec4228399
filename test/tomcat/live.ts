import { writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import type { EffectiveObject } from "../../server/src/config/effective/model.ts";
import { effectiveOf } from "../../server/src/config/effective/tree.ts";
import { readConfigFile } from "../../server/src/config/file.ts";
import { askTomcat } from "./oracle/oracle.ts";
import { type RealTomcat, versionOf } from "./tomcats.ts";

/** An object of the running Tomcat, as oracle/Tree.java prints it. */
export interface Live {
  readonly element: string;
  readonly class: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** What starting it changed. */
  readonly changed: Readonly<Record<string, unknown>>;
  readonly children: readonly Live[];
  /** The classes of all valves of a container, in the order they are called. */
  readonly pipeline?: readonly string[];
}

interface Verdict {
  readonly parsed: boolean;
  readonly start?: { readonly ok: boolean; readonly exception?: unknown };
  readonly objects?: Live;
}

/** What we say of a text, and what a real Tomcat made of it. */
export interface Pair {
  readonly tree: EffectiveObject | undefined;
  readonly verdict: Verdict;
}

/** Lets real Tomcat read server.xml texts, and start with them where `start` is true. `folder` takes the files. */
export function askForObjects(tomcat: RealTomcat, texts: readonly string[], start: boolean, folder: string): Pair[] {
  const version = versionOf(tomcat);
  const trees = texts.map((each) => {
    const file = readConfigFile("conf/server.xml", each, version);
    return file && effectiveOf(file);
  });
  const attributes = new Map<string, Set<string>>();
  for (const row of trees.flatMap((tree) => (tree ? [...ours(tree, "/Server", true)] : []))) {
    const known = attributes.get(row.className) ?? new Set();
    for (const name of Object.keys(row.attributes)) known.add(name);
    attributes.set(row.className, known);
  }
  const names = join(folder, `${tomcat.release}-attributes`);
  writeFileSync(names, [...attributes].map(([name, all]) => [name, ...all].join(" ")).join("\n"));
  const list = join(folder, `${tomcat.release}-list`);
  const paths = texts.map((each, index) => {
    const path = join(folder, `${tomcat.release}-${index}.xml`);
    writeFileSync(path, each);
    return path;
  });
  writeFileSync(list, `${paths.join("\n")}\n`);
  const mode = start ? ["--start", "--timeout=60"] : ["--parse"];
  const verdicts = askTomcat<Verdict>(tomcat, ...mode, "--no-tree", `--attributes=${names}`, `@${list}`);
  return verdicts.map((verdict, index) => ({ tree: trees[index], verdict }));
}

/** Every difference as a text, and how much was compared. */
export interface Comparison {
  readonly objects: number;
  readonly attributes: number;
  readonly differences: readonly string[];
}

/** Holds the objects of a Tomcat against ours; one that has only read its file lacks what starting adds. */
export function compare(tree: EffectiveObject, objects: Live, started: boolean): Comparison {
  const mine = new Map([...ours(tree, "/Server", started)].map((row) => [row.path, row]));
  const real = new Map([...theirs(objects, "/Server")].map((row) => [row.path, row]));
  const differences: string[] = [];
  for (const [path, { className }] of real) {
    const there = mine.get(path)?.className;
    if (there !== className) differences.push(`${path}: ${there ?? "nothing"}, really ${className}`);
  }
  let attributes = 0;
  for (const [path, row] of mine) {
    const there = real.get(path);
    if (!there) differences.push(`${path}: ${row.className}, really nothing`);
    if (there?.className !== row.className) continue;
    for (const [name, value] of Object.entries(row.attributes)) {
      const key = `${row.className.replace(/.*\./, "")}#${name}`;
      if (RESOLVED.has(key) && !/^(\d+(\.\d+){3}|\{.*|)$/.test(value)) continue;
      if (NOT_COMPARED[key] !== undefined || (!started && SET_AT_START.has(key))) continue;
      attributes++;
      // An empty text here and none there are no difference.
      const really = there.attributes[name] ?? (value === "" ? "" : undefined);
      // The getters of this valve take brackets out of what they answer.
      if (key.startsWith("RemoteCIDRValve#") && value.replace(/[[\]]/g, "") === really) continue;
      // Networks are kept in a set.
      const same =
        really === value.replace("${user.home}", HOME) ||
        (key.startsWith("RemoteIpValve#") && inOrder(really) === inOrder(value)) ||
        (name === "encryptionKey" && really === value.toLowerCase());
      if (!same) differences.push(`${path} ${key}: ${value}, really ${really}`);
    }
  }
  for (const [path, pipeline] of started ? pipelines(objects, "/Server") : []) {
    const said = valves(tree, path).join(" ");
    if (said !== pipeline.join(" ")) differences.push(`${path} pipeline: ${said}, really ${pipeline.join(" ")}`);
  }
  return { objects: mine.size, attributes, differences };
}

function inOrder(list: string | undefined): string | undefined {
  return list
    ?.split(",")
    .map((each) => each.trim())
    .sort()
    .join();
}

/** What Java's `user.home` is here. */
const HOME = userInfo().homedir;

/** Attributes with a name that resolves where Tomcat runs, if at all. */
const RESOLVED = new Set(["Connector#address", "NioReceiver#bind", "StaticMember#host"]);

/** What cannot be compared, by class and attribute, and why. */
const NOT_COMPARED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["maxQueueSize", "noCompressionEncodings", "strictSni", "threadsMaxIdleTime", "useVirtualThreads"].map((name) => [
      `Connector#${name}`,
      "the schema does not know since which release a protocol has an attribute",
    ]),
  ),
  "McastService#mcastBindAddress": "a setter without a getter",
  "Connector#requiredSecret": "a setter without a public getter",
  "Connector#executor": "the getter answers with the Executor itself, not with its name",
};

/** What Tomcat sets while it starts; everything else is compared as it was once the file had been read. */
const SET_AT_START = new Set(["GroupChannel#heartbeat", "Connector#maxKeepAliveRequests"]);

/** What Tomcat adds while it reads the file, in constructors and rules; everything else is added at the start. */
const MADE_AT_ONCE =
  /\.(?:NamingContextListener|GroupChannel|(?:Engine|Host|Context)Config|Standard(?:Engine|Host|Context)Valve|DeltaManager|McastService|NioReceiver|ReplicationTransmitter|SSLHostConfig(?:Certificate)?|PooledParallelSender)$/;

/** An object in short, with how deep it lies: `/Server[1]/Service[1]/Engine[1]`. */
interface Row {
  readonly path: string;
  readonly className: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function* ours(object: EffectiveObject, path: string, started: boolean): Generator<Row> {
  const attributes = object.attributes.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]));
  yield { path, className: object.className ?? "?", attributes: Object.fromEntries(attributes) };
  const there = started ? object.children : object.children.filter(isMadeAtOnce);
  for (const [child, place] of numbered(there, path)) yield* ours(child, place, started);
}

function isMadeAtOnce({ added, className }: EffectiveObject): boolean {
  return added === undefined || MADE_AT_ONCE.test(className ?? "");
}

function* theirs(live: Live, path: string): Generator<Row> {
  const changed = Object.entries(live.changed).filter(([name]) =>
    SET_AT_START.has(`${live.class.replace(/.*\./, "")}#${name}`),
  );
  const attributes = Object.entries({ ...live.attributes, ...Object.fromEntries(changed) }).flatMap(([name, value]) =>
    value === null ? [] : [[name, text(value)]],
  );
  yield { path, className: live.class, attributes: Object.fromEntries(attributes) };
  for (const [child, place] of numbered(byName(live.children), path)) yield* theirs(child, place);
}

/** What Tomcat keeps in a map of names, as we show it. */
const NAMED: Readonly<Record<string, string>> = {
  Environment: "name",
  Executor: "name",
  Resource: "name",
  ResourceLink: "name",
  SSLHostConfig: "hostName",
};

function byName(children: readonly Live[]): readonly Live[] {
  const nameOf = ({ element, attributes }: Live) => `${attributes[NAMED[element] ?? ""] ?? ""}`;
  return [...children].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : nameOf(one) > nameOf(other) ? 1 : 0));
}

export interface Shaped {
  readonly element: string;
  readonly children: readonly unknown[];
}

export function* numbered<T extends Shaped>(children: readonly T[], path: string): Generator<[T, string]> {
  const counts = new Map<string, number>();
  for (const child of children) {
    // Its other files have their say in a Context; the text of an Alias makes no object; naming resources are always
    // there, and empty where none are written.
    if (["Context", "Alias"].includes(child.element)) continue;
    if (child.element === "GlobalNamingResources" && child.children.length === 0) continue;
    const count = (counts.get(child.element) ?? 0) + 1;
    counts.set(child.element, count);
    yield [child, `${path}/${child.element}[${count}]`];
  }
}

/** The pipelines of all containers, by path. */
function* pipelines({ pipeline, children }: Live, path: string): Generator<[string, readonly string[]]> {
  if (pipeline) yield [path, pipeline];
  for (const [child, place] of numbered(children, path)) yield* pipelines(child, place);
}

/** The valves of a container in the order we say: its own, the Cluster's, and the one that ends the pipeline. */
function valves(tree: EffectiveObject, path: string): readonly string[] {
  let container: EffectiveObject | undefined = tree;
  for (const step of path.split("/").slice(2)) {
    container = [...numbered<EffectiveObject>(container?.children ?? [], "")].find(
      ([, place]) => place === `/${step}`,
    )?.[0];
  }
  const of = (object: EffectiveObject | undefined) =>
    (object?.children ?? []).flatMap(({ element, className }) => (element === "Valve" ? [className ?? "?"] : []));
  const own = of(container);
  const clusters = of(container?.children.find(({ element }) => element === "Cluster"));
  return [...own.slice(0, -1), ...clusters, ...own.slice(-1)];
}

/** A value of a getter as the text one would write. */
function text(value: unknown): string {
  return `${value}`.replace(/^\{.*\}$/, (bytes) => bytes.replaceAll(" ", ""));
}
