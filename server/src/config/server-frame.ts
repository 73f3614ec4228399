/** What a server.xml says around its Engine's content. */
export interface FrameValues {
  /** The port of the shutdown command, and that of the Connector; as written, so that a snippet's stop may stand there. */
  readonly shutdown: string | number;
  readonly http: string | number;
  readonly jvmRoute: string | undefined;
  readonly defaultHost?: string;
  /** A Connector for AJP besides, which takes requests at an address with a secret. */
  readonly ajp?: { readonly port: number; readonly address: string; readonly secret: string };
}

/** Tomcat's own ports. */
export const USUAL_PORTS = { shutdown: 8005, http: 8080 } as const;

/** Lines of a whole server.xml before and behind a part of it; each begins with a tab for each step of indent. */
export interface Frame {
  readonly before: readonly string[];
  readonly behind: readonly string[];
  /** How deep the part stands, in steps. */
  readonly depth: number;
}

const LISTENERS = ["startup.VersionLogger", "core.JreMemoryLeakPrevention", "core.ThreadLocalLeakPrevention"];

/**
 * What every Tomcat needs around a part: one Connector, one Engine, one Host.
 *
 * @param part the element that is put in; undefined for what stands in the Engine above its Host
 */
export function serverFrame(part: "Engine" | "Host" | undefined, values: FrameValues): Frame {
  const { shutdown, http, jvmRoute, defaultHost = "localhost", ajp } = values;
  const service = [
    `<Server port="${shutdown}" shutdown="SHUTDOWN">`,
    ...LISTENERS.map((name) => `\t<Listener className="org.apache.catalina.${name}Listener"/>`),
    '\t<Service name="Catalina">',
    `\t\t<Connector port="${http}" protocol="HTTP/1.1" connectionTimeout="20000"/>`,
    ...(ajp
      ? [`\t\t<Connector port="${ajp.port}" protocol="AJP/1.3" address="${ajp.address}" secret="${ajp.secret}"/>`]
      : []),
  ];
  const end = ["\t</Service>", "</Server>"];
  if (part === "Engine") return { before: service, behind: end, depth: 2 };
  const route = jvmRoute === undefined ? "" : ` jvmRoute="${jvmRoute}"`;
  const engine = `\t\t<Engine name="Catalina" defaultHost="${defaultHost}"${route}>`;
  const host = '\t\t\t<Host name="localhost" appBase="webapps"/>';
  return {
    before: [...service, engine],
    behind: [...(part === "Host" ? [] : [host]), "\t\t</Engine>", ...end],
    depth: 3,
  };
}

/** Lines with a step of indent where each of their tabs at the beginning is. */
export function indented(lines: readonly string[], unit: string): readonly string[] {
  return lines.map((line) => line.replace(/^\t+/, (tabs) => unit.repeat(tabs.length)));
}
