import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Keys } from "./hand.ts";

const PASSWORD = "changeit";

/** Makes keys with their certificates below a folder, with Java's keytool and openssl. */
export function makeKeys(folder: string): Keys {
  const at = (name: string) => join(folder, name);
  const [keystore, other, truststore] = [at("keys.p12"), at("other.p12"), at("trusted.p12")];
  const keytool = (store: string, ...words: readonly string[]) =>
    execFileSync("keytool", [...words, "-storetype", "PKCS12", "-keystore", store, "-storepass", PASSWORD], {
      stdio: "pipe",
    });
  const key = (store: string, ...kind: readonly string[]) =>
    keytool(store, "-genkeypair", "-alias", "tomcat", "-dname", "CN=localhost", "-validity", "30", ...kind);
  key(keystore, "-keyalg", "RSA", "-keysize", "2048");
  key(other, "-keyalg", "EC", "-groupname", "secp256r1");
  keytool(keystore, "-exportcert", "-alias", "tomcat", "-file", at("tomcat.der"));
  keytool(truststore, "-importcert", "-noprompt", "-alias", "client", "-file", at("tomcat.der"));
  const pem = (name: string, ...words: readonly string[]) => {
    const path = at(name);
    const from = ["pkcs12", "-in", keystore, "-passin", `pass:${PASSWORD}`, "-nodes"];
    execFileSync("openssl", [...from, ...words, "-out", path], { stdio: "pipe" });
    return path;
  };
  return {
    keystore,
    truststore,
    other,
    key: pem("key.pem", "-nocerts"),
    certificate: pem("certificate.pem", "-nokeys"),
    password: PASSWORD,
  };
}
