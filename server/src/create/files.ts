import { lineBreakOf } from "../base/lines.ts";
import { balancerFiles } from "./balancer.ts";
import { jvmRouteIn, withCluster } from "./insert.ts";
import { AJP_SECRET_PROPERTY, type ClusterPlan, isCloud, KEY_PROPERTY } from "./plan.ts";
import { serverXml } from "./server-xml.ts";
import { TEST_PAGE } from "./test-page.ts";
import { type NewText, webXml, withDistributable } from "./web-xml.ts";

/** One file of a new cluster. */
export interface PlannedFile {
  /** With `/` between names; relative to the folder of the cluster, or as the user gave it. */
  readonly path: string;
  /** True when an existing file is replaced; false when something is added to it. */
  readonly replaces: boolean;
  /** True for a file that only Tomcat's user should read. */
  readonly secret: boolean;
  /**
   * The new text. `before` is undefined where the file does not exist; `earlier` has the new texts of the files before
   * it, by path.
   */
  after(before: string | undefined, earlier: ReadonlyMap<string, string>): NewText;
}

/** The files of every node, each in a folder of its own that is one Tomcat's CATALINA_BASE, and of the load balancer. */
export function newFiles(plan: ClusterPlan): readonly PlannedFile[] {
  const front = balancerFiles(plan).map(({ path, text, secret = false }) => ({ ...whole(path, text), secret }));
  return [...filesOfNodes(plan), ...front];
}

function filesOfNodes(plan: ClusterPlan): readonly PlannedFile[] {
  return plan.nodes.flatMap((node) => {
    // All pods run one image.
    const base = isCloud(plan) ? "" : `${node.name}/`;
    return [
      whole(`${base}conf/server.xml`, serverXml(plan, node)),
      ...settingsOf(plan, base),
      whole(`${base}webapps/ROOT/WEB-INF/web.xml`, webXml(plan.line)),
      whole(`${base}webapps/ROOT/index.jsp`, TEST_PAGE),
    ];
  });
}

/** Existing files, and what to do with them. */
export interface Existing {
  /** The server.xml of each node, in the order of the plan's nodes. */
  readonly servers: readonly string[];
  /** The web.xml of the applications whose sessions shall be replicated. */
  readonly applications: readonly string[];
  /** True to replace an existing Cluster. */
  readonly replace: boolean;
}

/** The cluster added to existing Tomcats; everything else in their files stays. */
export function insertions(plan: ClusterPlan, existing: Existing): readonly PlannedFile[] {
  const { servers, applications, replace } = existing;
  const ofNodes = servers.flatMap((path, index): readonly PlannedFile[] => {
    const node = plan.nodes[isCloud(plan) ? 0 : index];
    if (!node) return [];
    const conf = /^(.*\/)?conf\/[^/]+$/.exec(path);
    return [
      added(path, (before, earlier) => {
        // A copied server.xml still has the jvmRoute of its origin.
        const taken = servers.slice(0, index).flatMap((other) => jvmRouteIn(earlier.get(other) ?? "", plan.line) ?? []);
        return withCluster(before, plan, node, { replace, taken });
      }),
      ...(conf ? settingsOf(plan, conf[1] ?? "") : []),
    ];
  });
  return [...ofNodes, ...applications.map((path) => added(path, withDistributable))];
}

/** The files beside server.xml: the key, and the options of the start script. */
function settingsOf(plan: ClusterPlan, base: string): readonly PlannedFile[] {
  const { encryptionKey, ajpSecret } = plan;
  const secrets = new Map([
    ...(encryptionKey === undefined ? [] : [[KEY_PROPERTY, encryptionKey] as const]),
    ...(ajpSecret === undefined ? [] : [[AJP_SECRET_PROPERTY, ajpSecret] as const]),
  ]);
  const lines = scriptLines(plan);
  return [
    ...(secrets.size === 0 ? [] : [propertiesFile(`${base}conf/catalina.properties`, secrets)]),
    ...(lines.length === 0 ? [] : [scriptFile(`${base}bin/setenv.sh`, lines)]),
  ];
}

/** The line of a property in a file. */
const PRESENT: ReadonlyMap<string, RegExp> = new Map([
  [KEY_PROPERTY, /^[ \t]*cluster\.key[ \t]*[=:].*$/m],
  [AJP_SECRET_PROPERTY, /^[ \t]*ajp\.secret[ \t]*[=:].*$/m],
]);

/** A warning for a user who would replace Tomcat's own file with this one. */
const HEADER = "# Where Tomcat's own conf/catalina.properties is, keep that and add what stands last to it.\n";

/**
 * The properties are added to an existing catalina.properties. A new one also has the class loaders of Tomcat's own file,
 * without which Tomcat does not start; they are the same in every line.
 */
function propertiesFile(path: string, secrets: ReadonlyMap<string, string>): PlannedFile {
  const folders = ["base", "home"].flatMap((name) => [
    `"\${catalina.${name}}/lib"`,
    `"\${catalina.${name}}/lib/*.jar"`,
  ]);
  const lines = [...secrets].map(([name, value]) => `${name}=${value}`);
  return {
    path,
    replaces: false,
    secret: true,
    after(before) {
      if (before === undefined) {
        return {
          text: `${HEADER}common.loader=${folders.join(",")}\nserver.loader=\nshared.loader=\n\n${lines.join("\n")}\n`,
        };
      }
      const missing: string[] = [];
      let text = before;
      for (const [name, value] of secrets) {
        const present = PRESENT.get(name);
        const line = `${name}=${value}`;
        if (present?.test(text)) text = text.replace(present, line);
        else missing.push(line);
      }
      return { text: missing.length === 0 ? text : appended(text, missing) };
    },
  };
}

function scriptFile(path: string, lines: readonly string[]): PlannedFile {
  return {
    path,
    replaces: false,
    secret: false,
    after(before) {
      if (before === undefined)
        return { text: `# Read by catalina.sh before it starts Tomcat.\n${lines.join("\n")}\n` };
      const missing = lines.filter((line) => !before.includes(line));
      return { text: missing.length === 0 ? before : appended(before, missing) };
    },
  };
}

function scriptLines({ membership, service }: ClusterPlan): readonly string[] {
  const option = (text: string) => `CATALINA_OPTS="$CATALINA_OPTS ${text}"`;
  if (membership === "static") return [];
  // Java's IPv6 sockets fail to send multicast on a machine without an IPv6 route for it.
  if (membership === "multicast") return [option("-Djava.net.preferIPv4Stack=true")];
  const account = "/var/run/secrets/kubernetes.io/serviceaccount/namespace";
  return [
    // The host name differs between pods; the image does not.
    option(`-DjvmRoute=$\{HOSTNAME:-$(hostname)}`),
    membership === "dns"
      ? `export DNS_MEMBERSHIP_SERVICE_NAME="$\{DNS_MEMBERSHIP_SERVICE_NAME:-${service}}"`
      : `export KUBERNETES_NAMESPACE="$\{KUBERNETES_NAMESPACE:-$(cat ${account})}"`,
  ];
}

function appended(before: string, lines: readonly string[]): string {
  const newline = lineBreakOf(before);
  const start = before === "" || before.endsWith("\n") ? "" : newline;
  return `${before}${start}${lines.join(newline)}${newline}`;
}

function whole(path: string, text: string): PlannedFile {
  return { path, replaces: true, secret: false, after: () => ({ text }) };
}

function added(path: string, after: (before: string, earlier: ReadonlyMap<string, string>) => NewText): PlannedFile {
  return {
    path,
    replaces: false,
    secret: false,
    after: (before, earlier) =>
      before === undefined ? { problem: { en: "is not there", ko: "파일이 없습니다" } } : after(before, earlier),
  };
}
