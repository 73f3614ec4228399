import type { Component } from "./component.ts";

/** Where the cluster of Tomcat 5 had its classes; no Tomcat since has any of them. */
const PACKAGE = "org.apache.catalina.cluster.";

/** True for an element with a class of the cluster of Tomcat 5. */
export function isOfTomcat5(component: Component): boolean {
  return component.text("className")?.startsWith(PACKAGE) === true;
}

/** The Cluster and its children that have a class of Tomcat 5, in document order. */
export function partsOfTomcat5(cluster: Component): readonly Component[] {
  return [cluster, ...cluster.children].filter(isOfTomcat5);
}
