import type { Span } from "../base/span.ts";
import type { ConfigFile } from "./file.ts";
import { distributableOf, type TomcatNode, type WebApplication } from "./node.ts";
import type { ClusterSite } from "./site.ts";
import { webTextOf } from "./web-text.ts";

/** The name of the session cookie where nothing is written. */
export const DEFAULT_COOKIE = "JSESSIONID";

/** The name that takes effect, and where it is written. */
export interface CookieName {
  readonly text: string;
  readonly place: { readonly file: ConfigFile; readonly at: Span } | undefined;
}

/** The name of the session cookie of an application that replicates; undefined where it does not, or cannot be known. */
export function replicatedCookieOf(application: WebApplication, site: ClusterSite): CookieName | undefined {
  return distributableOf(application.descriptor.document) ? cookieNameOf(application, site) : undefined;
}

/** The name of an application's session cookie on a node; undefined where it cannot be known. */
export function cookieNameOf(application: WebApplication, site: ClusterSite): CookieName | undefined {
  const { node } = site;
  if (hasContextElsewhere(application, site)) return undefined;
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
    const found = webTextOf(descriptor, "session-config", "cookie-config", "name");
    if (found !== "absent") return found && { text: found.text, place: { file: descriptor, at: found.at } };
  }
  return { text: DEFAULT_COOKIE, place: undefined };
}

const contextsElsewhere = new WeakMap<
  ClusterSite,
  { readonly inHosts: boolean; readonly names: ReadonlySet<string> }
>();

/** True where another file may hold a Context of the application, which then takes precedence. */
function hasContextElsewhere({ name }: WebApplication, site: ClusterSite): boolean {
  const known = contextsElsewhere.get(site) ?? {
    inHosts: site.hosts.some((host) => host.childrenNamed("Context").length > 0),
    names: new Set(site.node.contextFiles),
  };
  contextsElsewhere.set(site, known);
  return known.inHosts || known.names.has(name.replaceAll("/", "#"));
}

/** The context files that count for an application, the last word first. */
function contextsOf({ contextDefaults }: TomcatNode, { context }: WebApplication): readonly ConfigFile[] {
  const files = context ? [context] : [];
  // An application may refuse the defaults.
  return contextDefaults && context?.root?.boolean("override") !== true ? [...files, contextDefaults] : files;
}
