import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { Tomcat, writeBase } from "./cluster/tomcat.ts";
import { describeOn, missingTomcat, started } from "./tomcats.ts";

/** Port is that of the other pod too: a member is taken where it answers. */
const serverXml = (port: number) => `<Server port="-1">
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          <Membership className="org.apache.catalina.tribes.membership.cloud.CloudMembershipService" membershipProviderClassName="kubernetes"/>
          <Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" address="127.0.0.1" port="${port}" autoBind="0"/>
        </Channel>
      </Cluster>
      <Host name="localhost" appBase="webapps"/>
    </Engine>
  </Service>
</Server>
`;

const LISTED = JSON.stringify({
  items: [
    {
      kind: "Pod",
      metadata: { name: "other", uid: "1", creationTimestamp: "2026-01-01T00:00:00Z" },
      status: { phase: "Running", podIP: "127.0.0.9" },
    },
  ],
});

/** Any certificates: the API below speaks plain HTTP, but the provider opens the file. */
const CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";

/** What cloud-kubernetes-access says: what a Tomcat asks the API for, and what it makes of the answer. */
for (const real of started) {
  describeOn(real, `${real.release} asks the API of Kubernetes`, { skip: missingTomcat }, (check) => {
    let folder: string;
    let api: Server;
    let other: TcpServer;
    let status = 200;
    const asked: string[] = [];

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "tomcat-kubernetes-"));
      writeFileSync(join(folder, "token"), "a token");
      other = createTcpServer((socket) => socket.on("error", () => socket.destroy()).resume());
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.9", resolve));
      writeBase(folder, new Map([["conf/server.xml", serverXml((other.address() as AddressInfo).port)]]));
      api = createServer(({ method, url, headers }, answer) => {
        asked.push(`${method} ${url} ${headers.authorization}`);
        answer.writeHead(status).end(LISTED);
      });
      await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
    });
    after(() => {
      api.close();
      other.close();
      rmSync(folder, { recursive: true });
    });

    const start = async (environment: Readonly<Record<string, string>>, answers: number, expected?: RegExp) => {
      asked.length = 0;
      status = answers;
      const tomcat = new Tomcat({
        real,
        place: { address: "127.0.0.1", enter: [] },
        base: folder,
        environment: {
          KUBERNETES_MASTER_PROTOCOL: "http",
          KUBERNETES_SERVICE_HOST: "127.0.0.1",
          KUBERNETES_SERVICE_PORT: `${(api.address() as AddressInfo).port}`,
          SA_TOKEN_FILE: join(folder, "token"),
          ...(existsSync(CERTIFICATES) ? { KUBERNETES_CA_CERTIFICATE_FILE: CERTIFICATES } : {}),
          ...environment,
        },
      });
      try {
        await tomcat.started();
        if (expected) await tomcat.says(expected);
        return tomcat.log;
      } finally {
        await tomcat.stop();
      }
    };

    check("lists the pods of the namespace that a variable names, with the token", async () => {
      await start({ KUBERNETES_NAMESPACE: "shop" }, 200, /Replication member added/);
      assert.equal(asked[0], "GET /api/v1/namespaces/shop/pods Bearer a token");
    });

    check("lists those of the namespace tomcat without one", async () => {
      await start({}, 200);
      assert.equal(asked[0], "GET /api/v1/namespaces/tomcat/pods Bearer a token");
    });

    check("starts without a member where it may not list them", async () => {
      const log = await start({ KUBERNETES_NAMESPACE: "shop" }, 403);
      assert.match(log, /403/);
      assert.doesNotMatch(log, /Replication member added/);
    });

    check("starts without asking where it has no token", async () => {
      const log = await start({ KUBERNETES_NAMESPACE: "shop", SA_TOKEN_FILE: join(folder, "none") }, 200);
      assert.match(log, /NoSuchFileException/);
      assert.deepEqual(asked, []);
    });
  });
}
