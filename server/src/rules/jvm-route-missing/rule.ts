import { JVM_ROUTE_BINDER_VALVE } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { jvmRouteOf } from "../../config/site.ts";
import { isShared } from "../../config/starts.ts";
import type { TomcatCluster } from "../../config/tomcat-cluster.ts";
import { onEachNode, ownRoutes, routeForFile, siteInEngine } from "../routes.ts";
import type { ComponentRule, Fix } from "../rule.ts";

/**
 * JvmRouteBinderValve has nothing to write into session ids when the Engine has no jvmRoute.
 *
 * Source: JvmRouteBinderValve.invoke, 7.0 to 11.0; StandardEngine's constructor (the system
 * property `jvmRoute`), 7.0 to 10.0.
 */
export const rule: ComponentRule = {
  id: "jvm-route-missing",
  group: "valves",
  severity: "information",
  summary: {
    en: "JvmRouteBinderValve does nothing without a jvmRoute on the Engine.",
    ko: "Engine에 jvmRoute가 없으면 JvmRouteBinderValve는 아무 일도 하지 않습니다.",
  },
  target: JVM_ROUTE_BINDER_VALVE,

  check(valve, report, file, clusters) {
    const engine = valve.ancestor("Engine");
    if (!engine || engine.unfinished || engine.has("jvmRoute") || jvmRouteOf(engine, file) !== "") return;
    if (valve.boolean("enabled") === false) return;
    report({
      at: valve.spanOf("className"),
      text: {
        en: "JvmRouteBinderValve does nothing: the Engine has no jvmRoute. Give each node its own.",
        ko: "Engine에 jvmRoute가 없어 JvmRouteBinderValve가 아무 일도 하지 않습니다. 노드마다 다른 값을 지정하십시오.",
      },
      related: [
        { file, at: engine.nameSpan, text: { en: "jvmRoute belongs here.", ko: "jvmRoute를 여기에 지정합니다." } },
      ],
      fix: fixesOf(engine, file, clusters()),
    });
  },
};

function fixesOf(engine: Component, file: ConfigFile, clusters: readonly TomcatCluster[]): readonly Fix[] {
  if (isShared(file)) {
    const route = "${jvmRoute}";
    const title = {
      en: `Add jvmRoute="${route}", to be set for each service`,
      ko: `jvmRoute="${route}" 추가, 서비스마다 값 지정`,
    };
    return [{ title, edits: [engine.setAttribute("jvmRoute", route)] }];
  }
  const cluster = clusters.find((each) => siteInEngine(engine, each));
  const site = cluster && siteInEngine(engine, cluster);
  const given = cluster && ownRoutes(cluster);
  const route = given?.get(file) ?? routeForFile(file);
  return [
    {
      title: { en: `Add jvmRoute="${route}"`, ko: `jvmRoute="${route}" 추가` },
      edits: [engine.setAttribute("jvmRoute", route)],
    },
    ...(cluster && site && given ? onEachNode(site, cluster, given) : []),
  ];
}
