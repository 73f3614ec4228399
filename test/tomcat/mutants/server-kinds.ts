import { catalogOf } from "../../../server/src/schema/catalog.ts";
import { at, changedValue, elementsOf, inserted, isClassName, type Kinds } from "./change.ts";
import { CONNECTOR_TREES, OF_OTHER_FILES, REALMS, RESOURCES } from "./fragments.ts";

/** Classes that are none of Tomcat's; whether Java makes an object of them differs. */
const FOREIGN = [
  "java.lang.String",
  "java.lang.Object",
  "java.util.ArrayList",
  "java.lang.Runnable",
  "java.lang.Integer",
  "java.util.AbstractList",
  "int",
  "",
  "org.apache.catalina",
  "org.apache.catalina.core.StandardHost.Inner",
];

const isIn =
  (...names: readonly string[]) =>
  ({ name }: { readonly name: string }): boolean =>
    names.includes(name);

/** What else stands in a server.xml than a cluster. */
export const SERVER_KINDS: Kinds = {
  "tree of Connector": (text, random) => {
    const tree = random.of(CONNECTOR_TREES) ?? "";
    const where = tree.startsWith("<Connector") ? ["Service"] : ["Connector", "Service", "SSLHostConfig"];
    return inserted(text, random, tree, isIn(...where)) ?? inserted(text, random, tree);
  },
  resource: (text, random) =>
    inserted(text, random, random.of(RESOURCES) ?? "", isIn("GlobalNamingResources", "Context", "Host", "Server")),
  realm: (text, random) =>
    inserted(text, random, random.of(REALMS) ?? "", isIn("Engine", "Host", "Context", "Realm", "Service")),
  listener: (text, random, { classes }) => {
    const all = classes.filter((name) => name.endsWith("Listener"));
    const parents = isIn("Server", "Service", "Engine", "Host", "Context", "Cluster", "Connector");
    return inserted(text, random, `<Listener className="${random.of(all)}"/>`, parents);
  },
  "element of another place": (text, random) => inserted(text, random, random.of(OF_OTHER_FILES) ?? ""),
  "class of any JAR": (text, random, { classes }) =>
    changedValue(text, random, (name) => random.of(classes) ?? name, isClassName),
  "class of another": (text, random) => changedValue(text, random, (name) => random.of(FOREIGN) ?? name, isClassName),
  "attribute of another": (text, random, { line }) => {
    const element = random.of(elementsOf(text));
    const catalog = catalogOf(line);
    const other = catalog.classNamed(random.of(catalog.classNames) ?? "");
    const attribute = random.of([...(other?.attributes.keys() ?? [])]);
    if (!element || !attribute || element.attributes.some(({ name }) => name === attribute)) return undefined;
    const value = random.of(["1", "true", "x", "", "4001", "127.0.0.1", "java.lang.String"]);
    return at(element.nameSpan.end, ` ${attribute}="${value}"`);
  },
};
