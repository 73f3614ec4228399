import type { Component } from "../../config/component.ts";
import { freeIds } from "../../config/unique-ids.ts";
import type { CompletionRequest, Value } from "./item.ts";
import { idsOthersUse, listedMembers, neighboursOf, ownAddresses, takenIds } from "./neighbours.ts";

/** Values for an attribute from other elements, files and nodes: existing names and free addresses. */
export function referenceValues(component: Component, name: string, request: CompletionRequest): readonly Value[] {
  switch (`${component.name} ${name}`) {
    case "Connector executor":
      return named(component.ancestor("Service")?.childrenNamed("Executor"));
    case "Engine defaultHost":
      return named(component.childrenNamed("Host"));
    case "ResourceLink global":
      return named(globals(request), (each) => each.text("type"));
    case "Realm resourceName":
      return named(globals(request).filter((each) => each.text("type") === "org.apache.catalina.UserDatabase"));
    case "Realm dataSourceName":
      return named(globals(request).filter((each) => each.text("type") === "javax.sql.DataSource"));
    case "Context docBase":
      return component.parent ? (request.node?.deployed ?? []).map(reference) : [];
    case "Deployer deployDir": {
      const appBase = component.ancestor("Host")?.effective("appBase");
      return appBase === undefined ? [] : [reference(appBase)];
    }
    case "Receiver address":
      return ownAddresses(request.file, request.clusters ?? []).map(reference);
    case "Member host":
    case "Member port":
    case "Member uniqueId":
    case "LocalMember uniqueId":
      return ofMember(component, name, request);
    default:
      return [];
  }
}

function reference(value: string): Value {
  return { value, kind: "reference" };
}

function named(
  components: readonly Component[] = [],
  detail: (component: Component) => string | undefined = () => undefined,
): readonly Value[] {
  return components.flatMap((each) => {
    const value = each.text("name");
    return value === undefined || value === "" ? [] : [{ ...reference(value), detail: detail(each) }];
  });
}

/** The elements of GlobalNamingResources in the node's server.xml. */
function globals({ file, node }: CompletionRequest): readonly Component[] {
  const server = file.kind === "server" ? file.root : node?.server.root;
  const resources = server?.child("GlobalNamingResources");
  return ["Resource", "Environment", "ResourceEnvRef"].flatMap((name) => resources?.childrenNamed(name) ?? []);
}

/** Nodes of the cluster, those that agree with the Member's other attributes first, and free ids. */
function ofMember(member: Component, name: string, request: CompletionRequest): readonly Value[] {
  const { file, clusters = [] } = request;
  const all = neighboursOf(file, clusters);
  const written = { host: member.text("host"), port: member.text("port"), uniqueId: member.text("uniqueId") };
  const listed = listedMembers(member.parent, member);
  const fitting = all.filter(
    ({ host, port, uniqueId }) =>
      !listed.has(`${host}:${port}`) &&
      (name === "host" || written.host === undefined || written.host === "" || written.host === host) &&
      (name === "port" || written.port === undefined || written.port === "" || written.port === `${port}`) &&
      (name === "uniqueId" || !written.uniqueId || uniqueId === undefined || written.uniqueId === uniqueId),
  );
  const found: Value[] = [];
  const add = (value: string | undefined, detail?: string) => {
    if (value === undefined || found.some((each) => each.value === value)) return;
    found.push({ ...reference(value), detail, preselect: found.length === 0 && detail !== undefined });
  };
  if (name === "uniqueId") {
    if (member.name === "LocalMember") for (const id of idsOthersUse(file, clusters)) add(id, others(request));
    else for (const { uniqueId, label } of fitting) add(uniqueId, label);
    for (const id of freeIds(member.parent, takenIds(request))) add(id);
  } else {
    for (const neighbour of fitting) {
      const value = name === "host" ? neighbour.host : neighbour.port;
      add(value === undefined ? undefined : `${value}`, neighbour.label);
    }
  }
  return found;
}

function others({ locale }: CompletionRequest): string {
  return locale === "ko" ? "다른 노드가 쓰는 값" : "what the other nodes use";
}
