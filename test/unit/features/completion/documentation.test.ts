import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Locale } from "../../../../server/src/base/localized.ts";
import { documentation } from "../../../../server/src/features/completion/complete.ts";
import type { Line } from "../../../../server/src/schema/lines.ts";
import { labels, offered } from "../../../harness/completing.ts";
import { cursor } from "../../../harness/cursor.ts";

/** What the offer of a label at `$0` is documented with. */
function documented(marked: string, label: string, locale: Locale = "en", line: Line = "9.0"): string {
  const item = offered(marked, line).find((each) => each.label === label);
  assert.ok(item?.about, `${label} is not offered`);
  return String(documentation(item.about, cursor(marked, line).file, locale));
}

const NIO = "org.apache.catalina.tribes.transport.nio.NioReceiver";
const connector = (attributes: string) => `<Server><Service><Connector ${attributes}/></Service></Server>`;

describe("an offer is explained", () => {
  for (const [what, marked, label, expected] of [
    [
      "an attribute",
      `<Cluster><Channel><Receiver className="${NIO}" $0/></Channel></Cluster>`,
      "port",
      /TCP port to listen on/,
    ],
    ["a class", '<Cluster><Channel><Receiver className="$0"/></Channel></Cluster>', "NioReceiver", /NioReceiver/],
    ["an element with its usual class", "<Cluster><$0</Cluster>", "Channel", /GroupChannel/],
    [
      "one without a class",
      "<Server><Service><Engine><Host><$0</Host></Engine></Service></Server>",
      "Alias",
      /Another name/,
    ],
    ["what a protocol takes", connector('port="8080" $0'), "maxThreads", /Most requests this Connector/],
    ["what Tomcat reads itself", connector("$0"), "executor", /Name of the Executor/],
  ] as const) {
    test(what, () => assert.match(documented(marked, label), expected));
  }

  test("in Korean", () => {
    assert.match(documented(connector('protocol="AJP/1.3" $0'), "secretRequired", "ko"), /secret이 없으면/);
    const pool = '<Context><Resource name="jdbc/a" type="javax.sql.DataSource" url="x" $0/></Context>';
    assert.match(documented(pool, "maxTotal", "ko"), /노드 수를 곱한/);
  });
});

test("a Connector is offered what its protocol takes, each once", () => {
  const found = labels(connector('port="8080" $0'));
  assert.ok(!found.includes("secret") && !found.includes("port"));
  assert.equal(found.filter((label) => label === "protocol").length, 1);
  assert.ok(!labels(connector('protocol="AJP/1.3" $0')).includes("compression"));
});

test("a data source is offered what the pool of its Tomcat takes", () => {
  const pool = '<Context><Resource name="jdbc/a" type="javax.sql.DataSource" url="x" $0/></Context>';
  assert.ok(labels(pool).includes("maxTotal") && !labels(pool).includes("maxActive"));
  assert.ok(labels(pool, "7.0").includes("maxActive"));
});

describe("a Manager of another project's", () => {
  const manager = (className: string, more: string) => `<Context><Manager className="${className}" ${more}/></Context>`;
  const redisson = "org.redisson.tomcat.RedissonSessionManager";
  const memcached = "de.javakaffee.web.msm.MemcachedBackupSessionManager";

  test("is offered its attributes, explained", () => {
    assert.match(documented(manager(redisson, "$0"), "updateMode"), /AFTER_REQUEST writes at the end/);
    assert.ok(
      labels(manager(redisson, 'readMode="REDIS" $0')).every((each) => each !== "readMode" && each !== "sticky"),
    );
    assert.match(documented(manager(memcached, "$0"), "memcachedNodes", "ko"), /서버 목록/);
    assert.ok(!labels(manager("shop.Manager", "$0")).includes("updateMode"));
  });

  test("and their words, the default last", () => {
    assert.deepEqual(labels(manager(redisson, 'readMode="$0"')), ["MEMORY", "REDIS"]);
    assert.deepEqual(labels(manager(memcached, 'lockingMode="$0"')), ["all", "auto", "none"]);
    assert.deepEqual(labels(manager(memcached, 'sticky="$0"')), ["false", "true"]);
    assert.deepEqual(labels(manager("shop.Manager", 'readMode="$0"')), []);
  });
});

test("the Stores of a PersistentManager are offered with what they take", () => {
  const store = (text: string) =>
    `<Context><Manager className="org.apache.catalina.session.PersistentManager"><Store className="org.apache.catalina.session.${text}</Manager></Context>`;
  assert.ok(labels(store('JDBCStore" $0/>')).includes("sessionTable"));
  assert.ok(labels(store('FileStore" $0/>')).includes("directory"));
  assert.ok(labels(store('JDBCStore" $0/>'), "11.0").every((each) => each !== "sessionTable"));
});
