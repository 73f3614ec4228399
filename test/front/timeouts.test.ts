import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { ADDRESSES, makeNetwork } from "../tomcat/cluster/network.ts";
import { Tomcat, writeBase } from "../tomcat/cluster/tomcat.ts";
import { started } from "../tomcat/tomcats.ts";
import { FRONT_PORT, type Front, HAPROXY_HEAD, missingFront, RunningFront } from "./balancers.ts";
import { Relay } from "./relay.ts";
import { Client } from "./visits.ts";

const network = missingFront ? undefined : makeNetwork();
const skip = missingFront || (network ? false : "needs ip and the right to make network namespaces");
const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-timeouts-"));
const [address] = ADDRESSES;

/** Where the long way begins, for HTTP and AJP. */
const WAY = { http: 9080, ajp: 9009 };
const SECRET = "s3cret";
/**
 * Tomcat closes a connection 3 to 4 seconds after a request; the balancer hears of it a second later than it happens,
 * and Tomcat of a request a second after it is sent. One that follows after 2.5 seconds always meets a closed connection.
 */
const TIMES = { keepAliveTimeout: 3000, delay: 1000, pause: 2500 };

const SERVER_XML = `<Server port="8005"><Service name="Catalina">
  <Connector port="8080" protocol="HTTP/1.1" keepAliveTimeout="${TIMES.keepAliveTimeout}"/>
  <Connector port="8009" protocol="AJP/1.3" address="${address}" secret="${SECRET}" keepAliveTimeout="${TIMES.keepAliveTimeout}"/>
  <Engine name="Catalina" defaultHost="localhost" jvmRoute="node1"><Host name="localhost" appBase="webapps"/></Engine>
</Service></Server>`;

/** One process, so that all requests come from the same connections. */
const httpd = (text: string): Front => ({ product: "httpd", text: `ServerLimit 1\nStartServers 1\n${text}` });

const balancer = (member: string) =>
  httpd(`<Proxy balancer://tomcat>
  BalancerMember ${member} route=node1
</Proxy>
ProxyPass / balancer://tomcat/ stickysession=JSESSIONID|jsessionid
`);

const nginx = (upstream: string, location = 'proxy_http_version 1.1; proxy_set_header Connection "";'): Front => ({
  product: "nginx",
  text: `upstream tomcat { server 127.0.0.1:${WAY.http}; ${upstream} }
server { listen ${FRONT_PORT}; location / { proxy_pass http://tomcat; ${location} } }
`,
});

const haproxy: Front = {
  product: "haproxy",
  text: `${HAPROXY_HEAD}  bind :${FRONT_PORT}
  default_backend tomcat
backend tomcat
  server node1 127.0.0.1:${WAY.http}
`,
};

const modJk: Front = {
  product: "mod_jk",
  text: `worker.list=balancer
worker.balancer.type=lb
worker.balancer.balance_workers=node1
worker.node1.host=127.0.0.1
worker.node1.port=${WAY.ajp}
worker.node1.secret=${SECRET}
`,
};

describe("balancer-idle-timeout: a request meets the end of its connection", { skip, concurrency: 1 }, () => {
  let tomcat: Tomcat | undefined;
  const relays: Relay[] = [];

  before(async () => {
    const [real] = started.slice(-1);
    assert.ok(network && real);
    const [place, front] = network.places;
    const base = join(folder, "node1");
    writeBase(
      base,
      new Map([
        ["conf/server.xml", SERVER_XML],
        ["webapps/ROOT/WEB-INF/web.xml", "<web-app/>"],
        ["webapps/ROOT/index.jsp", "told"],
      ]),
    );
    tomcat = new Tomcat({ real, place, base });
    await tomcat.started();
    relays.push(
      new Relay(front, { port: WAY.http, to: { host: address, port: 8080 }, delay: TIMES.delay }),
      new Relay(front, { port: WAY.ajp, to: { host: address, port: 8009 }, delay: TIMES.delay }),
    );
    await Promise.all(relays.map((each) => each.listens()));
  });

  after(async () => {
    for (const each of relays) each.end();
    await tomcat?.kill();
    network?.remove();
    rmSync(folder, { recursive: true });
  });

  let fronts = 0;
  /** The answers to some requests, each after a pause. */
  async function answers(front: Front, method: "GET" | "POST"): Promise<readonly number[]> {
    assert.ok(network);
    const [, place] = network.places;
    const server = new RunningFront(front, join(folder, `front${++fronts}`), place);
    try {
      await server.listens(place);
      const visits = await new Client(place, FRONT_PORT, { method }).visit(2, TIMES.pause);
      return visits.map(({ status }) => status);
    } finally {
      await server.end();
    }
  }

  test("httpd fails unless it gives up first, or asks for a new connection", async () => {
    const http = `http://127.0.0.1:${WAY.http}`;
    assert.deepEqual(await answers(balancer(http), "GET"), [200, 502]);
    assert.deepEqual(await answers(httpd(`ProxyPass / ${http}/ ttl=60\n`), "GET"), [200, 502]);
    assert.deepEqual(await answers(balancer(`${http} ttl=1`), "GET"), [200, 200]);
    assert.deepEqual(await answers(balancer(`${http} disablereuse=on`), "GET"), [200, 200]);
    const variable = `SetEnv proxy-initial-not-pooled 1\nProxyPass / ${http}/\n`;
    assert.deepEqual(await answers(httpd(variable), "GET"), [200, 200]);
  });

  test("httpd over AJP fails unless it gives up or asks first", async () => {
    const ajp = `ajp://127.0.0.1:${WAY.ajp} secret=${SECRET}`;
    assert.deepEqual(await answers(balancer(ajp), "GET"), [200, 503]);
    assert.deepEqual(await answers(balancer(`${ajp} ttl=1`), "GET"), [200, 200]);
    assert.deepEqual(await answers(balancer(`${ajp} ping=5`), "GET"), [200, 200]);
  });

  test("nginx sends a GET again, and fails with a POST unless it gives up first or keeps nothing", async () => {
    assert.deepEqual(await answers(nginx("keepalive 8;"), "GET"), [200, 200]);
    assert.deepEqual(await answers(nginx("keepalive 8;"), "POST"), [200, 502]);
    assert.deepEqual(await answers(nginx("keepalive 8; keepalive_timeout 1s;"), "POST"), [200, 200]);
    assert.deepEqual(await answers(nginx("keepalive 8;", ""), "POST"), [200, 200]);
  });

  test("mod_jk and HAProxy do not fail", async () => {
    for (const front of [modJk, haproxy]) {
      assert.deepEqual(await answers(front, "GET"), [200, 200], front.product);
      assert.deepEqual(await answers(front, "POST"), [200, 200], front.product);
    }
  });
});
