/**
 * The parts of the Servlet specification that Tomcat's rules do not contain: the order of elements, the version that
 * introduced them, and their possible words.
 *
 * Source: the schemas in Tomcat's servlet-api.jar (`javax/servlet/resources` and `jakarta/servlet/resources`), each
 * table by the files named at it; test/tomcat/web-schemas.test.ts compares them with those of real Tomcats.
 */

/** Children in order: web-app by web-app_2_3.dtd with what came later behind, all others by web-common_6_0.xsd. */
export const CHILDREN_IN_ORDER: Readonly<Record<string, readonly string[]>> = {
  "web-app": [
    "display-name",
    "distributable",
    "context-param",
    "filter",
    "filter-mapping",
    "listener",
    "servlet",
    "servlet-mapping",
    "session-config",
    "mime-mapping",
    "welcome-file-list",
    "error-page",
    "taglib",
    "jsp-config",
    "resource-env-ref",
    "resource-ref",
    "security-constraint",
    "login-config",
    "security-role",
    "env-entry",
    "ejb-ref",
    "ejb-local-ref",
    "service-ref",
    "message-destination-ref",
    "message-destination",
    "locale-encoding-mapping-list",
    "post-construct",
    "pre-destroy",
    "absolute-ordering",
    "deny-uncovered-http-methods",
    "request-character-encoding",
    "response-character-encoding",
  ],
  "context-param": ["param-name", "param-value"],
  "init-param": ["param-name", "param-value"],
  filter: ["icon", "filter-name", "filter-class", "async-supported", "init-param"],
  "filter-mapping": ["filter-name", "url-pattern", "servlet-name", "dispatcher"],
  servlet: [
    "servlet-name",
    "servlet-class",
    "jsp-file",
    "init-param",
    "load-on-startup",
    "enabled",
    "async-supported",
    "run-as",
    "security-role-ref",
    "multipart-config",
  ],
  "servlet-mapping": ["servlet-name", "url-pattern"],
  "multipart-config": ["location", "max-file-size", "max-request-size", "file-size-threshold"],
  "session-config": ["session-timeout", "cookie-config", "tracking-mode"],
  "cookie-config": ["name", "domain", "path", "comment", "http-only", "secure", "max-age"],
  "mime-mapping": ["extension", "mime-type"],
  "error-page": ["error-code", "exception-type", "location"],
  "security-constraint": ["display-name", "web-resource-collection", "auth-constraint", "user-data-constraint"],
  "web-resource-collection": ["web-resource-name", "url-pattern", "http-method", "http-method-omission"],
  "login-config": ["auth-method", "realm-name", "form-login-config"],
  "form-login-config": ["form-login-page", "form-error-page"],
  "resource-ref": ["res-ref-name", "res-type", "res-auth", "res-sharing-scope", "mapped-name", "injection-target"],
  "env-entry": ["env-entry-name", "env-entry-type", "env-entry-value"],
};

/**
 * Elements that may occur only once: below web-app by web-app_2_3.dtd, elsewhere by `maxOccurs` of web-common_6_0.xsd.
 */
const SINGLE: ReadonlySet<string> = new Set([
  "distributable",
  "session-config",
  "login-config",
  "jsp-config",
  "welcome-file-list",
  "locale-encoding-mapping-list",
  "absolute-ordering",
  "deny-uncovered-http-methods",
  "request-character-encoding",
  "response-character-encoding",
  "session-timeout",
  "cookie-config",
  "servlet-name",
  "servlet-class",
  "filter-class",
  "param-name",
  "param-value",
  "load-on-startup",
  "enabled",
  "async-supported",
  "multipart-config",
  "run-as",
  "auth-method",
  "realm-name",
  "form-login-config",
  "http-only",
  "secure",
  "max-age",
  "location",
  "error-code",
  "exception-type",
  "auth-constraint",
  "user-data-constraint",
  "transport-guarantee",
  "web-resource-name",
]);

/** True for an element that may occur once below its parent. Since 2.5 a filter may be mapped to several servlets. */
export function isSingle(parent: string, name: string): boolean {
  return SINGLE.has(name) && !(parent === "filter-mapping" && name === "servlet-name");
}

/** Elements without content: those of `emptyType` and `ordering-othersType`. */
export const EMPTY: ReadonlySet<string> = new Set(["distributable", "deny-uncovered-http-methods", "others"]);

/** The children an element needs: `minOccurs` of web-common_6_0.xsd, and what the specification says beside it. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  "context-param": ["param-name", "param-value"],
  "init-param": ["param-name", "param-value"],
  filter: ["filter-name", "filter-class"],
  "filter-mapping": ["filter-name", "url-pattern"],
  listener: ["listener-class"],
  servlet: ["servlet-name", "servlet-class"],
  "servlet-mapping": ["servlet-name", "url-pattern"],
  "session-config": ["session-timeout"],
  "mime-mapping": ["extension", "mime-type"],
  "welcome-file-list": ["welcome-file"],
  "error-page": ["error-code", "location"],
  "web-resource-collection": ["web-resource-name", "url-pattern"],
  "auth-constraint": ["role-name"],
  "user-data-constraint": ["transport-guarantee"],
  "login-config": ["auth-method"],
  "form-login-config": ["form-login-page", "form-error-page"],
  "security-role": ["role-name"],
  "resource-ref": ["res-ref-name", "res-type", "res-auth"],
  "env-entry": ["env-entry-name", "env-entry-type", "env-entry-value"],
  "run-as": ["role-name"],
};

const BOOLEAN = ["true", "false"];

/** Types of an environment entry, by j2ee_1_4.xsd. */
export const ENVIRONMENT_TYPES: readonly string[] = [
  "java.lang.String",
  "java.lang.Boolean",
  "java.lang.Integer",
  "java.lang.Long",
  "java.lang.Double",
  "java.lang.Float",
  "java.lang.Short",
  "java.lang.Byte",
  "java.lang.Character",
];

/**
 * The possible words of an element: the enumerations of web-common_6_0.xsd and jakartaee_10.xsd, of env-entry-type
 * those of j2ee_1_4.xsd. Where the schema allows any text, common ones.
 */
export const WEB_VALUES: Readonly<Record<string, readonly string[]>> = {
  dispatcher: ["REQUEST", "FORWARD", "INCLUDE", "ERROR", "ASYNC"],
  "tracking-mode": ["COOKIE", "URL", "SSL"],
  "transport-guarantee": ["CONFIDENTIAL", "INTEGRAL", "NONE"],
  "auth-method": ["BASIC", "FORM", "DIGEST", "CLIENT-CERT"],
  "session-timeout": ["30", "60", "-1"],
  "http-only": BOOLEAN,
  secure: BOOLEAN,
  enabled: BOOLEAN,
  "async-supported": BOOLEAN,
  "el-ignored": BOOLEAN,
  "scripting-invalid": BOOLEAN,
  "is-xml": BOOLEAN,
  "trim-directive-whitespaces": BOOLEAN,
  "deferred-syntax-allowed-as-literal": BOOLEAN,
  "error-on-undeclared-namespace": BOOLEAN,
  "res-auth": ["Container", "Application"],
  "res-sharing-scope": ["Shareable", "Unshareable"],
  "ejb-ref-type": ["Session", "Entity"],
  "message-destination-usage": ["Consumes", "Produces", "ConsumesProduces"],
  "http-method": ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "PATCH"],
  "http-method-omission": ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "PATCH"],
  "load-on-startup": ["1"],
  "request-character-encoding": ["UTF-8"],
  "response-character-encoding": ["UTF-8"],
  "page-encoding": ["UTF-8"],
  "env-entry-type": ENVIRONMENT_TYPES,
};

/**
 * The first version of elements, by their last name, and of single words; all others are in web-app_2_3.dtd. By
 * web-app_2_4.xsd to web-app_6_0.xsd and the files they include.
 */
const SINCE: Readonly<Record<string, number>> = {
  "jsp-config": 2.4,
  "locale-encoding-mapping-list": 2.4,
  "message-destination": 2.4,
  "message-destination-ref": 2.4,
  "service-ref": 2.4,
  dispatcher: 2.4,
  "deferred-syntax-allowed-as-literal": 2.5,
  "service-ref-type": 2.5,
  "trim-directive-whitespaces": 2.5,
  "post-construct": 2.5,
  "pre-destroy": 2.5,
  "injection-target": 2.5,
  "mapped-name": 2.5,
  "absolute-ordering": 3,
  "cookie-config": 3,
  "tracking-mode": 3,
  "async-supported": 3,
  "multipart-config": 3,
  enabled: 3,
  ordering: 3,
  "http-method-omission": 3,
  "lookup-name": 3,
  buffer: 3,
  "default-content-type": 3,
  "error-on-undeclared-namespace": 3,
  "dispatcher=ASYNC": 3,
  "deny-uncovered-http-methods": 3.1,
  "request-character-encoding": 4,
  "response-character-encoding": 4,
  attribute: 6,
  "error-on-el-not-found": 6,
};

/** True for a path or a word that a descriptor of this version may contain; one without a version may contain all. */
export function existsInVersion(pathOrWord: string, version: number | undefined): boolean {
  if (version === undefined) return true;
  // From 2.4 on, taglib is in jsp-config.
  if (pathOrWord === "web-app/taglib") return version < 2.4;
  return version >= (SINCE[pathOrWord.slice(pathOrWord.lastIndexOf("/") + 1)] ?? 0);
}

/**
 * Children in the order of the schema, rotated to begin after `before`, where the next one belongs. Children that the
 * order does not contain come last.
 */
export function inSchemaOrder(
  path: string,
  children: readonly string[],
  before: string | undefined,
): readonly string[] {
  const order = CHILDREN_IN_ORDER[path] ?? CHILDREN_IN_ORDER[path.slice(path.lastIndexOf("/") + 1)] ?? [];
  const from = before === undefined ? 0 : Math.max(0, order.indexOf(before));
  const rank = (name: string): number => {
    const index = order.indexOf(name);
    if (index < 0) return 2 * order.length;
    return index >= from ? index : index + order.length;
  };
  return [...children].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
