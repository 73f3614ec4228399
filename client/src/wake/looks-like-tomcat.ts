/** Names of Tomcat's own files and of their templates, whatever their content. */
const OWN_NAME = /^(?:(?:server|context)(?:[-_.][^/]*)?|web)\.xml(?:\.(?:j2|erb|tpl|tmpl))?$/i;

/** The start tag of a root: of the files that Tomcat reads, and of the parts of a server.xml. */
const ROOT = /<(?:[\w-]+:)?(?:Server|Engine|Host|Context|Cluster|web-app)(?=[\s/>]|$)/;
const BEGINS_WITH_ROOT = new RegExp(`^${ROOT.source}`);

/** What may precede the root: white space, declarations, comments, a DOCTYPE, and template marks. */
const BEFORE =
  /^(?:\s+|\ufeff|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>|\{[{%#][\s\S]*?[}%#]\}|<%[\s\S]*?%>)/;

/** The length of the part of a text that is examined, in characters. */
const LOOKED_AT = 20_000;

/** True for a file that the language server may know, by its name or by its root element. */
export function looksLikeTomcat(path: string, text: string): boolean {
  if (OWN_NAME.test(path.slice(path.lastIndexOf("/") + 1))) return true;
  let rest = text.slice(0, LOOKED_AT);
  for (let match = BEFORE.exec(rest); match; match = BEFORE.exec(rest)) rest = rest.slice(match[0].length);
  return BEGINS_WITH_ROOT.test(rest);
}

/** A class or logger of Tomcat's, as a log names it; log4j2 and logback may abbreviate it. */
const LOGGER = /\b(?:org\.apache|o\.a)\.(?:catalina|coyote|c)\./;

/** True for a log that the language server may have something to say of. */
export function looksLikeTomcatsLog(text: string): boolean {
  return LOGGER.test(text.slice(0, LOOKED_AT));
}

/** A key of a ConfigMap that holds an XML file as a literal block. */
const HELD = /^[ \t]+["']?[-.\w]*\.xml["']?:[ \t]*\|[-+\d]*[ \t\r]*(?:#.*)?$/m;

/** True for a manifest that holds a file of Tomcat's. */
export function holdsTomcat(text: string): boolean {
  return HELD.test(text) && ROOT.test(text);
}
