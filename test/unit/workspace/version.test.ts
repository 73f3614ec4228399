import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { memoryFiles } from "../../../server/src/workspace/memory-files.ts";
import { launchesOf } from "../../../server/src/workspace/property-reader.ts";
import { detectVersion } from "../../../server/src/workspace/version.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const notes = (release: string) =>
  `\n                     Apache Tomcat Version ${release}\n                            Release Notes\n`;
const webXml = (version: string) => `<web-app version="${version}"/>`;

const jar = (info: string) => `server.info=${info}\nserver.number=1.2.3.0\n`;
const SERVER_INFO = "lib/catalina.jar!/org/apache/catalina/util/ServerInfo.properties";

/** Line and release, with a question mark where the line is a guess, and what a line stands for. */
async function detected(base: string, files: Record<string, string>): Promise<string> {
  const { list, read, readInside } = memoryFiles(new Map(Object.entries(files)));
  const launchesIn = (folder: string) => launchesOf(folder, { list, textOf: read });
  const { version } = await detectVersion(base, { read, readInside, launchesIn });
  if (!version) return "not covered";
  const { line, release, assumed, standsFor } = version;
  return `${release?.text ?? line}${assumed ? "?" : ""}${standsFor === undefined ? "" : ` for ${standsFor}`}`;
}

describe("which Tomcat a folder is for", () => {
  for (const [what, base, files, expected] of [
    ["RELEASE-NOTES", "t", { "t/RELEASE-NOTES": notes("9.0.116") }, "9.0.116"],
    ["the folder's name", "opt/apache-tomcat-10.1.5", {}, "10.1.5"],
    ["a folder's name with something behind it", "opt/apache-tomcat-8.5.32-src", {}, "8.5.32"],
    [
      "the folder of Apache's that a Dockerfile downloads from",
      "t",
      { "t/DockerfileTomcat": "FROM ubuntu\nRUN wget https://dlcdn.apache.org/tomcat/tomcat-9/v9.0.90/bin/$archive" },
      "9.0?",
    ],
    [
      "the folder of Apache's that the usual Dockerfile downloads from",
      "t",
      { "t/Dockerfile": "FROM ubuntu\nRUN wget https://dlcdn.apache.org/tomcat/tomcat-9/v9.0.90/bin/$archive" },
      "9.0.90",
    ],
    [
      "an image whose name is a default of its own",
      "t",
      { "t/Dockerfile": "ARG IMAGE=${IMAGE:-tomcat:11-jre21}\nFROM alpine AS tools\nFROM ${IMAGE}\n" },
      "11.0",
    ],
    [
      "a Dockerfile folders above that copies the server.xml",
      "shop/docker/tomcat",
      { "shop/Dockerfile": "FROM tomcat:9.0.90\nCOPY docker/tomcat/server.xml /usr/local/tomcat/conf/\n" },
      "9.0.90",
    ],
    [
      "a service folders above that mounts the server.xml",
      "shop/docker/tomcat",
      {
        "shop/compose.yaml":
          "services:\n  a:\n    image: tomcat:9.0.90\n    volumes:\n      - ./docker/tomcat/server.xml:/usr/local/tomcat/conf/server.xml\n",
      },
      "9.0.90",
    ],
    [
      "a Dockerfile folders above that copies another server.xml",
      "shop/docker/tomcat",
      { "shop/Dockerfile": "FROM tomcat:8.5.50\nCOPY conf/server.xml /usr/local/tomcat/conf/\n" },
      "9.0?",
    ],
    ["the default web.xml", "t", { "t/conf/web.xml": webXml("6.1") }, "11.0"],
    ["a web.xml that two lines share", "t", { "t/conf/web.xml": webXml("3.1") }, "8.5?"],
    [
      "a server.xml with a class that came after the line of its web.xml",
      "t",
      {
        "t/conf/web.xml": webXml("3.0"),
        "t/conf/server.xml":
          '<Server><Listener className="org.apache.catalina.core.OpenSSLLifecycleListener"/></Server>',
      },
      "9.0?",
    ],
    [
      "a server.xml with an element that came after it",
      "t",
      {
        "t/conf/web.xml": webXml("3.0"),
        "t/conf/server.xml": "<Server><Service><Connector><UpgradeProtocol/></Connector></Service></Server>",
      },
      "9.0?",
    ],
    [
      "a server.xml with a class that left since, and one that is commented out",
      "t",
      {
        "t/conf/web.xml": webXml("3.1"),
        "t/conf/server.xml":
          '<Server><!-- <Listener className="org.apache.catalina.core.OpenSSLLifecycleListener"/> --><Listener className="org.apache.catalina.core.JasperListener"/></Server>',
      },
      "8.5?",
    ],
    ["a web.xml of a line between the covered ones", "t", { "t/conf/web.xml": webXml("5.0") }, "10.1? for 10.0"],
    ["a line after all of them", "t", { "t/RELEASE-NOTES": notes("99.0.1") }, "99.0.1? for 99.0.1"],
    ["nothing", "t", {}, "9.0?"],
    [
      "nothing but classes that went before 9.0",
      "t",
      { "t/conf/server.xml": '<Server><Listener className="org.apache.catalina.core.JasperListener"/></Server>' },
      "7.0?",
    ],
    [
      "such a class in a comment",
      "t",
      {
        "t/conf/server.xml":
          '<Server><!-- <Listener className="org.apache.catalina.core.JasperListener"/> --></Server>',
      },
      "9.0?",
    ],
    [
      "such a class beside one that came after 9.0",
      "t",
      {
        "t/server.xml":
          '<Server><Listener className="org.apache.catalina.core.JasperListener"/><Valve className="org.apache.catalina.valves.FilterValve"/></Server>',
      },
      "9.0?",
    ],
    ["a line between the covered ones", "apache-tomcat-8.0.33", { "x/conf/web.xml": webXml("3.1") }, "8.5? for 8.0.33"],
    ["a line before all of them", "jakarta-tomcat-5.0.30-balancer", {}, "not covered"],
    ["the JAR that runs", "t", { [`t/${SERVER_INFO}`]: jar("Apache Tomcat/9.0.95 (Debian)") }, "9.0.95"],
    ["the JAR of a TomEE", "t", { [`t/${SERVER_INFO}`]: jar("Apache Tomcat (TomEE)/9.0.82 (8.0.16)") }, "9.0.82"],
    [
      "the JAR before notes that stayed behind",
      "t",
      { [`t/${SERVER_INFO}`]: jar("Apache Tomcat/9.0.122"), "t/RELEASE-NOTES": notes("9.0.70") },
      "9.0.122",
    ],
    ["a JAR with a neutral name", "t", { [`t/${SERVER_INFO}`]: "server.info=Apache\n" }, "9.0?"],
    [
      "a manifest beside bin/version.sh",
      "t",
      { "t/bin/tomcat-juli.jar!/META-INF/MANIFEST.MF": "Manifest-Version: 1.0\r\nImplementation-Version: 10.1.44\r\n" },
      "10.1.44",
    ],
    ["a Dockerfile", "t", { "t/Dockerfile": "FROM tomcat:9.0.70-jdk17-temurin\n" }, "9.0.70"],
    [
      "a Dockerfile of another name, which a service is built with",
      "t",
      {
        "t/compose.yaml": "services: {tomcat: {build: {context: ., dockerfile: Dockerfile.tomcat}}}\n",
        "t/Dockerfile.tomcat": "FROM tomcat:9.0.70\n",
      },
      "9.0.70",
    ],
    [
      "a Dockerfile of another name, which nothing is built with",
      "t",
      { "t/Dockerfile.tomcat": "FROM tomcat:9.0.70\n" },
      "9.0?",
    ],
    ["a Dockerfile's line alone", "t", { "t/Dockerfile": "FROM tomcat:10.1\n" }, "10.1"],
    ["a number that was two lines", "t", { "t/Dockerfile": "FROM tomcat:8-jre8\n" }, "8.5?"],
    ["a number that is one line", "t", { "t/Dockerfile": "FROM tomcat:9\n" }, "9.0"],
    ["a milestone", "t", { "t/Dockerfile": "FROM tomcat:10.1.0-M16-jdk17\n" }, "10.1.0-M16"],
    ["the last stage", "t", { "t/Dockerfile": "FROM tomcat:9.0 AS base\nFROM maven:3\nFROM base\n" }, "9.0"],
    ["an ARG's default", "t", { "t/Dockerfile": "ARG V=11.0.24\nFROM tomcat:${V}-jdk21\n" }, "11.0.24"],
    ["an ARG without one", "t", { "t/Dockerfile": "ARG V\nFROM tomcat:${V}\n" }, "9.0?"],
    ["a tag without a number", "t", { "t/Dockerfile": "FROM tomcat:jdk17\n" }, "9.0?"],
    ["a mirror", "t", { "t/Dockerfile": "FROM hub.example.com:5000/library/tomcat:10.1.20@sha256:0a\n" }, "10.1.20"],
    ["bitnami's", "t", { "t/Dockerfile": "FROM bitnami/tomcat:9.0.70-debian-11-r0\n" }, "9.0.70"],
    ["an image of one's own", "t", { "t/Dockerfile": "FROM shop/tomcat:10.1.3\n" }, "9.0?"],
    ["a line that is not covered", "t", { "t/Dockerfile": "FROM tomcat:8.0-jre7\n" }, "8.5? for 8.0"],
    ["a line after all", "t", { "t/Dockerfile": "FROM tomcat:99\n" }, "99.0.0? for 99.0"],
    ["a TomEE", "t", { "t/Dockerfile": "FROM tomee:8.0.16-jre11-plus\n" }, "9.0"],
    [
      "a TomEE whose tag begins with Java's version",
      "t",
      { "t/Dockerfile": "FROM tomee:8-jre-1.7.4-webprofile\n" },
      "7.0",
    ],
    ["a TomEE behind Java 8", "t", { "t/Dockerfile": "FROM tomee:8-jdk-7.0.2-plus\n" }, "8.5"],
    ["a TomEE on a line that is not covered", "t", { "t/Dockerfile": "FROM tomee:9.1.3\n" }, "10.1? for 10.0"],
    [
      "an archive that a build downloads, with its number in variables",
      "t",
      {
        "t/Dockerfile":
          "FROM eclipse-temurin:21\nARG MAJOR=11\nENV V=${MAJOR}.0.2\nRUN wget https://archive.apache.org/v$V/apache-tomcat-$V.tar.gz \\\n && tar xf apache-tomcat-*.gz\n",
      },
      "11.0.2",
    ],
    [
      "an archive that a build adds",
      "t",
      { "t/Dockerfile": "FROM debian\nADD apache-tomcat-9.0.70.tar.gz /\n" },
      "9.0.70",
    ],
    [
      "not one of two archives",
      "t",
      { "t/Dockerfile": "FROM debian\nADD apache-tomcat-9.0.70.tar.gz apache-tomcat-9.0.71.tgz /\n" },
      "9.0?",
    ],
    [
      "not the archive of a part",
      "t",
      { "t/Dockerfile": "FROM debian\nRUN curl x/apache-tomcat-9.0.70-deployer.zip\n" },
      "9.0?",
    ],
    [
      "the image before an archive",
      "t",
      { "t/Dockerfile": "FROM tomcat:10.1.20\nRUN curl x/apache-tomcat-9.0.70.zip\n" },
      "10.1.20",
    ],
    [
      "a Dockerfile above that copies it in",
      "t/n1",
      { "t/Dockerfile": "FROM tomcat:10.1\nCOPY n1/conf/server.xml /x/\n" },
      "10.1",
    ],
    [
      "one that copies it from beside",
      "t/n1",
      { "t/Dockerfile": "FROM tomcat:10.1\nCOPY n1/server.xml /x/\n" },
      "10.1",
    ],
    ["a Dockerfile above that is about another", "t/n1", { "t/Dockerfile": "FROM tomcat:10.1\n" }, "9.0?"],
    [
      "a compose file of version 1, which has no key for services",
      "t",
      {
        "docker-compose.yml":
          "tomcat1: {image: 'tomcat:7.0.85-jre8', volumes: ['${PWD}/t/conf/server.xml:/usr/local/tomcat/conf/server.xml']}\nproxy: {image: nginx}\n",
      },
      "7.0.85",
    ],
    [
      "not a file of other keys",
      "t",
      { "t/compose.yaml": "web: {image: 'tomcat:7.0.85-jre8'}\nversion: '3'\n" },
      "9.0?",
    ],
    ["a compose file beside", "t", { "t/compose.yaml": "services: { web: { image: 'tomcat:8.5.100' } }\n" }, "8.5.100"],
    [
      "a compose file above that mounts it",
      "t/n1",
      {
        "t/compose.yaml":
          "services: { web: { image: 'tomcat:9.0.70', volumes: ['./n1/conf:/usr/local/tomcat/conf'] } }\n",
      },
      "9.0.70",
    ],
    [
      "two services that disagree",
      "t",
      { "t/compose.yaml": "services: { a: { image: 'tomcat:8.5.100' }, b: { image: 'tomcat:9.0.1' } }\n" },
      "9.0?",
    ],
    [
      "a service that builds, whose image is a name",
      "t",
      {
        "t/compose.yaml": "services: { a: { build: ., image: 'tomcat:8.5.1' } }\n",
        "t/Dockerfile": "FROM tomcat:9.0.70\n",
      },
      "9.0.70",
    ],
    [
      "the default web.xml before a number that was two lines",
      "t",
      { "t/Dockerfile": "FROM tomcat:10\n", "t/conf/web.xml": webXml("6.0") },
      "10.1",
    ],
    [
      "RELEASE-NOTES before the name",
      "apache-tomcat-9.0.1",
      { "apache-tomcat-9.0.1/RELEASE-NOTES": notes("6.0.53") },
      "not covered",
    ],
  ] as const) {
    test(what, async () => assert.equal(await detected(base, files), expected));
  }

  test("a Tomcat that is not covered gets no findings", async () => {
    const path = "jakarta-tomcat-5.0.30/conf/server.xml";
    const files = new Map([[path, '<Server debug="0"><Service/></Server>']]);
    assert.equal(await workspaceOf(files, "auto").snapshot(path), undefined);
    assert.ok((await workspaceOf(files, "9.0").snapshot(path))?.diagnostics.length);
  });
});
