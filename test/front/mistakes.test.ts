import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { ADDRESSES, makeNetwork } from "../tomcat/cluster/network.ts";
import { started } from "../tomcat/tomcats.ts";
import { FRONT_PORT, type Front, HAPROXY_HEAD, missingFront, RunningFront } from "./balancers.ts";
import { type Pair, SECRET, startPair } from "./pair.ts";
import { Client, keptSession, nodesOf, type Visit } from "./visits.ts";

const network = missingFront ? undefined : makeNetwork();
const skip = missingFront || (network ? false : "needs ip and the right to make network namespaces");
const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-front-"));
const [one, two] = ADDRESSES;

const httpd = (members: readonly [string, string], sticky = "stickysession=JSESSIONID|jsessionid"): Front => ({
  product: "httpd",
  text: `<Proxy balancer://tomcat>
  BalancerMember ${members[0]}
  BalancerMember ${members[1]}
</Proxy>
ProxyPass / balancer://tomcat/ ${sticky}
`,
});

/** Balancers that end TLS in front of a node, and say so in X-Forwarded-Proto. */
const ENDING_TLS: readonly Front[] = [
  {
    product: "httpd",
    text: `<VirtualHost *:${FRONT_PORT}>
  SSLEngine on
  SSLCertificateFile ${folder}/both.pem
  RequestHeader set X-Forwarded-Proto https
  ProxyPass / http://${one}:8080/
</VirtualHost>
`,
  },
  {
    product: "nginx",
    text: `server {
  listen ${FRONT_PORT} ssl;
  ssl_certificate ${folder}/both.pem;
  ssl_certificate_key ${folder}/both.pem;
  location / {
    proxy_pass http://${one}:8080;
    proxy_set_header X-Forwarded-Proto $scheme;
  }
}
`,
  },
  {
    product: "haproxy",
    text: `${HAPROXY_HEAD}  bind :${FRONT_PORT} ssl crt ${folder}/both.pem
  http-request set-header X-Forwarded-Proto https
  default_backend tomcat
backend tomcat
  server node1 ${one}:8080
`,
  },
];

const workers = (more = "", mounts?: string): Front => ({
  product: "mod_jk",
  ...(mounts === undefined ? {} : { mounts }),
  text: `worker.list=balancer
worker.balancer.type=lb
worker.balancer.balance_workers=tomcat1,tomcat2
worker.tomcat1.host=${one}
worker.tomcat1.secret=${SECRET}
worker.tomcat2.host=${two}
worker.tomcat2.secret=${SECRET}
${more}`,
});

describe("what a mistake between a balancer and its nodes does", { skip, concurrency: 1 }, () => {
  let pair: Pair | undefined;

  before(async () => {
    const [tomcat] = started.slice(-1);
    assert.ok(network && tomcat);
    pair = await startPair({ tomcat, places: network.places, folder });
  });

  after(async () => {
    await pair?.end();
    network?.remove();
    rmSync(folder, { recursive: true });
  });

  let fronts = 0;
  async function visits(
    front: Front,
    options: { readonly inAddress?: boolean; readonly tls?: boolean; readonly path?: string } = {},
  ): Promise<readonly Visit[]> {
    assert.ok(network);
    const [, place] = network.places;
    const server = new RunningFront(front, join(folder, `front${++fronts}`), place);
    try {
      await server.listens(place);
      return await new Client(place, FRONT_PORT, options).visit(8);
    } finally {
      await server.end();
    }
  }

  const sticks = (found: readonly Visit[]) => {
    assert.equal(nodesOf(found).length, 1, JSON.stringify(found));
    assert.ok(keptSession(found), JSON.stringify(found));
  };
  const wanders = (found: readonly Visit[]) => {
    assert.deepEqual([...nodesOf(found)].sort(), ["node1", "node2"], JSON.stringify(found));
  };

  const plain = [`http://${one}:8080`, `http://${two}:8080`] as const;

  test("alike, sessions stick", async () => {
    sticks(await visits(httpd([`${plain[0]} route=node1`, `${plain[1]} "route=node2"`])));
    sticks(
      await visits(httpd([`ajp://${one} route=node1 secret=${SECRET}`, `ajp://${two} route=node2 secret=${SECRET}`])),
    );
    sticks(await visits(workers("worker.tomcat1.route=node1\nworker.tomcat2.route=node2\n")));
  });

  test("balancer-route-differs: they wander", async () => {
    wanders(await visits(httpd([`${plain[0]} route=a`, `${plain[1]} route=b`])));
    wanders(await visits(httpd([`${plain[0]} route=Node1`, `${plain[1]} route=NODE2`])));
    wanders(await visits(httpd([`${plain[0]} route="node1"`, `${plain[1]} route="node2"`])));
    wanders(await visits(workers()));
  });

  test("balancer-route-duplicate: with mod_jk httpd does not start, also where the second one only stands by", async () => {
    const same = "worker.tomcat1.route=node1\nworker.tomcat2.route=node1\n";
    for (const more of ["", "worker.tomcat2.activation=disabled\n"])
      await assert.rejects(visits(workers(same + more)), /the balancer does not listen/);
    await assert.rejects(visits(workers("worker.tomcat2.route=tomcat1\n")), /the balancer does not listen/);
  });

  test("balancer-worker-unlisted: each request fails", async () => {
    const map = join(folder, "uriworkermap.properties");
    writeFileSync(map, "!/*=nobody\n/*=tomcat1;reply_timeout=10000\n");
    for (const mounts of [
      `JkMountFile ${map}\n`,
      "JkMount /* balancr\n",
      "JkMount /* tomcat1\n",
      "<Location />\nJkMount tomcat1\n</Location>\n",
    ]) {
      const found = await visits(workers("", mounts));
      assert.deepEqual([...new Set(found.map(({ status }) => status))], [500], `${mounts} ${JSON.stringify(found)}`);
    }
  });

  test("balancer-route-differs: swapped, each request goes to the other node", async () => {
    wanders(await visits(httpd([`${plain[0]} route=node2`, `${plain[1]} route=node1`])));
  });

  test("balancer-route-missing: they wander", async () => {
    wanders(await visits(httpd(plain)));
  });

  test("balancer-cookie-differs: they wander", async () => {
    const members = [`${plain[0]} route=node1`, `${plain[1]} route=node2`] as const;
    wanders(await visits(httpd(members, "stickysession=jsessionid")));
    wanders(await visits(httpd(members, "stickysession=SHOPSESSION")));
    const ok = "worker.tomcat1.route=node1\nworker.tomcat2.route=node2\n";
    wanders(await visits(workers(`${ok}worker.balancer.session_cookie=jsessionid\n`)));
  });

  test("balancer-cookie-differs: without cookies the parameter counts", async () => {
    const members = [`${plain[0]} route=node1`, `${plain[1]} route=node2`] as const;
    wanders(await visits(httpd(members, "stickysession=JSESSIONID"), { inAddress: true }));
    sticks(await visits(httpd(members), { inAddress: true }));
  });

  const statuses = async (member: string) => {
    const found = await visits(httpd([`${member} route=node1`, `${member}0 route=node2 status=D`]));
    return [...new Set(found.map(({ status }) => status))];
  };

  test("balancer-secret: 403 without it and with another", async () => {
    assert.deepEqual(await statuses(`ajp://${one}:8009`), [403]);
    const other = await visits(httpd([`ajp://${one}:8009 secret=other`, `ajp://${two}:8009 secret=other`]));
    assert.deepEqual([...new Set(other.map(({ status }) => status))], [403]);
  });

  test("balancer-secret: a Proxy section of its URL brings it to a ProxyPass behind it, over its own", async () => {
    const section = (secret: string) => `<Proxy "ajp://${one}:8009/">\n  ProxySet secret=${secret}\n</Proxy>\n`;
    const pass = (own = "") => `ProxyPass / ajp://${one}:8009/ ${own}\n`;
    const member = `<Proxy balancer://a>\n  BalancerMember ajp://${one}:8009/\n</Proxy>\nProxyPass / balancer://a/\n`;
    for (const [text, status] of [
      [section(SECRET) + pass(), 200],
      [section(SECRET) + pass("secret=other"), 200],
      [section("other") + pass(`secret=${SECRET}`), 403],
      [`<Proxy "ajp://${one}:8009/" secret=${SECRET}>\n</Proxy>\n${pass()}`, 200],
      [section(SECRET) + member, 403],
    ] as const) {
      const found = await visits({ product: "httpd", text });
      assert.deepEqual([...new Set(found.map((each) => each.status))], [status], text);
    }
  });

  test("balancer-port: no answer from a port without a listener, nor in another protocol", async () => {
    assert.deepEqual(await statuses(`http://${one}:8082`), [503]);
    assert.deepEqual(await statuses(`ajp://${one}:8080`), [503]);
    assert.deepEqual(await statuses(`http://${one}:8009`), [502]);
  });

  test("balancer-https-lost: cookies lack Secure, unless a RemoteIpValve looks at the header", async () => {
    const words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=front"];
    const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
    execFileSync("openssl", [...words, "-keyout", key, "-out", certificate], { stdio: "pipe" });
    writeFileSync(join(folder, "both.pem"), readFileSync(key, "utf8") + readFileSync(certificate, "utf8"));
    for (const front of ENDING_TLS) {
      const seen: unknown[] = [];
      for (const path of ["", "told/"]) {
        const [first] = await visits(front, { tls: true, path });
        seen.push([first?.status, first?.secure, /; ?secure/i.test(first?.setCookie ?? "")]);
      }
      assert.deepEqual(
        seen,
        [
          [200, false, false],
          [200, true, true],
        ],
        front.product,
      );
    }
  });

  test("balancer-cookie-path: each request gets a new session, unless the path of cookies is moved too", async () => {
    const passing = (more: { readonly httpd: string; readonly nginx: string }): readonly Front[] => [
      { product: "httpd", text: `ProxyPass / http://${one}:8080/told/\n${more.httpd}` },
      {
        product: "nginx",
        text: `server { listen ${FRONT_PORT}; location / { proxy_pass http://${one}:8080/told/; ${more.nginx} } }\n`,
      },
    ];
    const counts = async (front: Front) => (await visits(front)).map(({ count }) => count);
    for (const front of passing({ httpd: "", nginx: "" })) {
      assert.deepEqual(await counts(front), Array(8).fill(1), front.product);
    }
    const moved = {
      httpd: 'ProxyPassReverseCookiePath "/told" "/"\n',
      nginx: "proxy_cookie_path /told/ /; proxy_cookie_path /told /;",
    };
    for (const front of passing(moved)) assert.deepEqual(await counts(front), [1, 2, 3, 4, 5, 6, 7, 8], front.product);
  });

  test("health-check-sessions: each check of a JSP begins a session on both nodes, unless the page wants none", async () => {
    assert.ok(network);
    const [, place] = network.places;
    const sessions = async () => {
      const counts: number[] = [];
      for (const { enter } of network.places) {
        const [own] = await new Client({ ...place, enter }, 8080, { path: "sessions.jsp" }).visit(1);
        counts.push(own?.count ?? Number.NaN);
      }
      return counts;
    };
    const haproxy = (asked: string): Front => ({
      product: "haproxy",
      text: `${HAPROXY_HEAD}  bind :${FRONT_PORT}\n  default_backend tomcat\nbackend tomcat\n  ${asked}\n  server node1 ${one}:8080 check inter 200ms\n`,
    });
    const checked = (asked: string): Front => httpd([`${plain[0]} route=node1 ${asked}`, `${plain[1]} route=node2`]);
    for (const [front, begins] of [
      [haproxy("option httpchk GET /"), true],
      [haproxy("option httpchk\n  http-check send meth HEAD uri /"), true],
      [checked("hcmethod=GET hcuri=/ hcinterval=1"), true],
      [haproxy("option httpchk"), false],
      [haproxy("option httpchk GET /sessions.jsp"), false],
      [checked("hcmethod=GET hcuri=/sessions.jsp hcinterval=1"), false],
    ] as const) {
      const before = await sessions();
      const server = new RunningFront(front, join(folder, `front${++fronts}`), place);
      try {
        await server.listens(place);
        await new Promise((resolve) => setTimeout(resolve, 4_000));
      } finally {
        await server.end();
      }
      const more = (await sessions()).map((count, index) => count - (before[index] ?? 0));
      assert.ok(
        more.every((each) => (begins ? each >= 2 : each === 0)),
        `${front.text} ${more}`,
      );
    }
  });

  test("balancer-connector-loopback: not reached under another address, not even on the same machine", async () => {
    // The balancer runs on the second node's machine.
    assert.deepEqual(await statuses(`http://${two}:8081`), [503]);
    assert.deepEqual(await statuses(`ajp://${two}:8010`), [503]);
    assert.deepEqual(await statuses("http://127.0.0.1:8081"), [200]);
  });
});
