import type { WebApplication } from "../../config/node.ts";
import type { XmlDocument, XmlElement } from "../../syntax/tree.ts";

/** Names that a folder of an application is answered with where its web.xml names none (conf/web.xml, all lines). */
const WELCOME: readonly string[] = ["index.html", "index.htm", "index.jsp"];

/** A JSP that begins sessions and that nothing in its application stands in front of. */
interface Answer {
  readonly application: WebApplication;
  readonly page: string;
}

/**
 * The JSP that answers a path, where it certainly begins a session. Applications in versions are left out, and so are
 * those whose web.xml has filters, mappings or constraints for it.
 */
export function answering(asked: string, applications: readonly WebApplication[]): Answer | undefined {
  const [path = ""] = asked.split("?");
  if (!/^\/[\w./-]*$/.test(path)) return undefined;
  const candidates = applications.flatMap((application) => {
    const context = pathOf(application);
    return context !== undefined && path.startsWith(`${context}/`) ? [{ application, context }] : [];
  });
  const length = Math.max(...candidates.map(({ context }) => context.length));
  const [found] = candidates.filter(({ context }) => context.length === length);
  if (!found) return undefined;
  const { application, context } = found;
  const inside = path.slice(context.length);
  const page = inside === "/" ? welcomeOf(application) : inside.slice(1);
  if (page === undefined || !application.sessions.pages.includes(page) || mayAnswer(application, inside, page)) {
    return undefined;
  }
  return { application, page };
}

/** Undefined for one of several versions. */
function pathOf({ name }: WebApplication): string | undefined {
  if (name.includes("##")) return undefined;
  return name === "ROOT" ? "" : `/${name.replaceAll("#", "/")}`;
}

/** The file that answers for the application's own folder. */
function welcomeOf({ descriptor, files }: WebApplication): string | undefined {
  const lists = childrenNamed(descriptor.document.root, "welcome-file-list");
  const written = lists
    .flatMap((list) => childrenNamed(list, "welcome-file"))
    .map((each) => textIn(descriptor.document, each));
  return (written.length > 0 ? written : WELCOME).find((name) => files.includes(name));
}

/** True where a filter, a servlet or a constraint of the web.xml may answer in place of the page, or before it. */
function mayAnswer({ descriptor }: WebApplication, inside: string, page: string): boolean {
  const { root } = descriptor.document;
  if (["filter-mapping", "security-constraint", "jsp-config"].some((name) => childrenNamed(root, name).length > 0)) {
    return true;
  }
  const patterns = childrenNamed(root, "servlet-mapping").flatMap((each) => childrenNamed(each, "url-pattern"));
  return patterns.some((each) => {
    const pattern = textIn(descriptor.document, each);
    if (pattern.endsWith("/*")) return `${inside}/`.startsWith(pattern.slice(0, -1));
    return pattern === "" || pattern === inside || pattern === `/${page}` || pattern === "*.jsp";
  });
}

function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.elements.filter((each) => each.name === name) ?? [];
}

function textIn({ text }: XmlDocument, { startTag, endTag }: XmlElement): string {
  return text.slice(startTag.end, endTag?.span.start ?? startTag.end).trim();
}
