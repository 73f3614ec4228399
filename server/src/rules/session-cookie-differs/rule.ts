import type { Span } from "../../base/span.ts";
import type { ConfigFile } from "../../config/file.ts";
import { distributableOf, type TomcatNode, type WebApplication } from "../../config/node.ts";
import type { ClusterSite } from "../../config/site.ts";
import type { XmlElement } from "../../syntax/tree.ts";
import type { ClusterRule } from "../rule.ts";

/** The name where nothing is written. */
const DEFAULT_NAME = "JSESSIONID";

/** The name that takes effect, and where it is written. */
interface CookieName {
  readonly text: string;
  readonly place: { readonly file: ConfigFile; readonly at: Span } | undefined;
}

/**
 * A node looks for the session in the cookie of its own name: one of another name is no session there.
 *
 * Another path or domain is no finding: the browser sends such a cookie in most cases all the same.
 *
 * Source: SessionConfig.getSessionCookieName (the Context's value, else the descriptor's), ContextConfig.webConfig
 * (conf/web.xml below the application's own), ContextConfig.contextConfig (conf/context.xml first, the application's own
 * file over it), CoyoteAdapter.parseSessionCookiesId, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "session-cookie-differs",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "The session cookie of an application must have the same name on all nodes.",
    ko: "애플리케이션의 세션 쿠키 이름은 모든 노드에서 같아야 합니다.",
  },
  scope: "cluster",

  check({ sites }, report) {
    const names = new Set(sites.flatMap(({ node }) => node.applications.map(({ name }) => name)));
    const told = new Set<string>();
    for (const name of names) {
      const values = sites.flatMap((site) => {
        const value = cookieNameOn(site, name);
        return value ? [{ site, ...value }] : [];
      });
      for (const { text, place } of values) {
        const other = values.find((each) => each.text !== text);
        if (!other || !place) continue;
        // What conf/context.xml says is said once, not for each application.
        const key = `${place.file.path} ${place.at.start}`;
        if (told.has(key)) continue;
        told.add(key);
        const { label } = other.site;
        report({
          file: place.file,
          at: place.at,
          text: {
            en: `The session cookie of ${name} is ${text} here, ${other.text} on ${label}: after a failover the session is not found there. Use one name.`,
            ko: `${name}의 세션 쿠키 이름이 여기서는 ${text}, ${label}에서는 ${other.text}이므로 장애 조치 뒤에 세션을 찾지 못합니다. 이름을 같게 하십시오.`,
          },
          related: [
            {
              ...(other.place ?? { file: other.site.file, at: other.site.cluster.nameSpan }),
              text: { en: `The node ${label}.`, ko: `노드 ${label}입니다.` },
            },
          ],
        });
      }
    }
  },
};

/** The name an application's cookie has on a node; undefined where it is not there, does not replicate, or cannot be known. */
function cookieNameOn({ node, hosts }: ClusterSite, name: string): CookieName | undefined {
  const application = node.applications.find((each) => each.name === name);
  if (!application || !distributableOf(application.descriptor.document)) return undefined;
  // Its Context may be written elsewhere, and have the last word.
  if (node.contextFiles.includes(name.replaceAll("/", "#"))) return undefined;
  if (hosts.some((host) => host.childrenNamed("Context").length > 0)) return undefined;
  const files = contextsOf(node, application);
  for (const file of files) {
    if (file.template) return undefined;
    const written = file.root?.attribute("sessionCookieName");
    if (!written || written.value?.raw === "") continue;
    const text = file.root?.text("sessionCookieName");
    if (!text) return undefined;
    return { text, place: { file, at: file.root?.spanOf("sessionCookieName") ?? written.span } };
  }
  for (const descriptor of [application.descriptor, node.webDefaults]) {
    if (!descriptor) continue;
    const found = inDescriptor(descriptor);
    if (found !== "absent") return found;
  }
  return { text: DEFAULT_NAME, place: undefined };
}

/** The context files that count for an application, the last word first. */
function contextsOf({ contextDefaults }: TomcatNode, { context }: WebApplication): readonly ConfigFile[] {
  const files = context ? [context] : [];
  // An application may refuse the defaults.
  return contextDefaults && context?.root?.boolean("override") !== true ? [...files, contextDefaults] : files;
}

/** The name a web.xml gives; undefined where it cannot be known. */
function inDescriptor(file: ConfigFile): CookieName | "absent" | undefined {
  const { document, template } = file;
  if (template) return undefined;
  const element = childOf(childOf(childOf(document.root, "session-config"), "cookie-config"), "name");
  if (!element) return "absent";
  const start = element.startTag.end;
  const end = element.endTag?.span.start ?? start;
  const written = document.text.slice(start, end).trim();
  if (written === "") return "absent";
  const text = /[<&]/.test(written) ? undefined : file.reading.textOf(written);
  if (!text) return undefined;
  const first = document.text.indexOf(written, start);
  return { text, place: { file, at: { start: first, end: first + written.length } } };
}

function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.elements.find((each) => each.name === name);
}
