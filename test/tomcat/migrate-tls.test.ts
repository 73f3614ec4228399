import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { connect, type SecureVersion } from "node:tls";
import { freePort } from "../harness/free-port.ts";
import { Tomcat, writeBase } from "./cluster/tomcat.ts";
import type { Keys } from "./migrate/hand.ts";
import { moved } from "./migrate/journey.ts";
import { makeKeys } from "./migrate/keys.ts";
import { missingTomcat, newest, tomcats, versionOf } from "./tomcats.ts";

const folder = mkdtempSync(join(tmpdir(), "tomcat-migrate-tls-"));
after(() => rmSync(folder, { recursive: true }));

/** TLS as it is written on a Connector up to 9.0, by name. */
function connectors({ keystore, truststore, key, certificate, password }: Keys): Readonly<Record<string, string>> {
  const store = `keystoreFile="${keystore}" keystorePass="${password}"`;
  const trust = `truststoreFile="${truststore}" truststorePass="${password}"`;
  return {
    "a keystore": store,
    "one version": `${store} keystoreType="PKCS12" keyAlias="tomcat" sslEnabledProtocols="TLSv1.2"`,
    "a certificate in PEM": `SSLCertificateFile="${certificate}" SSLCertificateKeyFile="${key}"`,
    "a client's certificate demanded": `${store} ${trust} clientAuth="true" sslEnabledProtocols="TLSv1.2"`,
    "a client's certificate wanted": `${store} ${trust} clientAuth="want" sslEnabledProtocols="TLSv1.2"`,
  };
}

/** What a client finds at a port. */
interface Found {
  /** Of the server's certificate. */
  readonly fingerprint: string | undefined;
  readonly answered: boolean;
}

interface Client {
  readonly port: number;
  readonly version: SecureVersion;
  readonly certificate: { readonly key: string; readonly cert: string } | undefined;
}

function visit({ port, version, certificate }: Client): Promise<Found> {
  return new Promise((resolve) => {
    let fingerprint: string | undefined;
    let answer = "";
    const versions = { minVersion: version, maxVersion: version };
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, ...versions, ...certificate }, () => {
      fingerprint = socket.getPeerCertificate().fingerprint256;
      socket.write("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
    });
    const done = () => resolve({ fingerprint, answered: answer.startsWith("HTTP/1.1 ") });
    socket.on("data", (data) => {
      answer += data.toString("latin1");
    });
    // A handshake that is refused ends here, and so does an answer.
    socket.on("error", done);
    socket.on("close", done);
  });
}

describe("a TLS handshake is the same on each Tomcat of the way", { skip: missingTomcat }, () => {
  test("with the same certificate, versions and clients", async (context) => {
    const keys = makeKeys(folder);
    const byName = Object.entries(connectors(keys));
    const ports = await Promise.all(byName.map(() => freePort()));
    const written = byName.map(
      ([, attributes], index) =>
        `<Connector port="${ports[index]}" address="127.0.0.1" SSLEnabled="true" scheme="https" secure="true" ${attributes}/>`,
    );
    let text = `<Server port="-1"><Service name="Catalina">
      ${written.join("\n      ")}
      <Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"/></Engine>
    </Service></Server>`;
    const certificate = { key: readFileSync(keys.key, "utf8"), cert: readFileSync(keys.certificate, "utf8") };
    const clients = ports.flatMap((port) =>
      (["TLSv1.2", "TLSv1.3"] as const).flatMap((version) =>
        [undefined, certificate].map((each): Client => ({ port, version, certificate: each })),
      ),
    );
    const way = [...new Set([...tomcats.slice(0, 1), ...newest])];
    let before: readonly Found[] | undefined;
    let last = way[0];
    for (const tomcat of way) {
      if (tomcat !== last && last) text = (await moved(text, versionOf(last), versionOf(tomcat))).after;
      last = tomcat;
      const base = join(folder, `${tomcat.release}`);
      writeBase(
        base,
        new Map([
          ["conf/server.xml", text],
          ["webapps/.keep", ""],
        ]),
      );
      const running = new Tomcat({ real: tomcat, place: { address: "127.0.0.1", enter: [] }, base });
      try {
        await running.started();
        const found = await Promise.all(clients.map(visit));
        context.diagnostic(
          `${tomcat.release}: ${found.filter(({ answered }) => answered).length} of ${found.length} clients`,
        );
        if (before) assert.deepEqual(found, before, `${tomcat.release}\n${running.log}`);
        else {
          const answered = clients.map((_, index) => found[index]?.answered);
          // Both versions, TLS 1.2 alone, both, with a certificate alone, and with or without one.
          assert.deepEqual(answered, [
            ...[true, true, true, true],
            ...[true, true, false, false],
            ...[true, true, true, true],
            ...[false, true, false, false],
            ...[true, true, false, false],
          ]);
          assert.equal(new Set(found.flatMap(({ fingerprint }) => fingerprint ?? [])).size, 1);
        }
        before = found;
      } finally {
        await running.kill();
      }
    }
    assert.match(text, /certificateVerification="required"|certificateVerification="true"/);
  });
});
