import assert from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../../client/src/topology/place.ts";
import type { TopologyAnswer } from "../../../server/src/protocol.ts";

const at = (path: string) => ({ place: { path: `file:///${path}` } });

/** Two clusters, the second behind a load balancer. */
const ANSWER = {
  pictures: [
    { topology: { nodes: [at("shop/node1/conf/server.xml"), at("shop/node11/conf/server.xml")], fronts: [] } },
    { topology: { nodes: [at("mail/node1/conf/server.xml")], fronts: [at("httpd.conf")] } },
  ],
} as unknown as TopologyAnswer;

test("a file leads to the cluster it is of: a node's, one of its applications', or a balancer's", () => {
  const of = (path: string) => clusterOf(`file:///${path}`, ANSWER);
  assert.equal(of("shop/node11/conf/server.xml"), 0);
  assert.equal(of("mail/node1/webapps/mail/WEB-INF/web.xml"), 1);
  assert.equal(of("httpd.conf"), 1);
  assert.equal(of("shop/pom.xml"), null);
  assert.equal(of("shop/node1"), null);
});
