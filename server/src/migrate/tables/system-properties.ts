import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";

/** A property of Java that Tomcat read, until a line took it out. */
export interface GoneProperty {
  readonly name: string;
  /** The first release of the first line that no longer reads it. */
  readonly gone: string;
  /** What to write instead, or why nothing is needed. */
  readonly text: Localized;
  readonly source: string;
}

interface Successor {
  readonly element: string;
  readonly attribute: string;
}

/** It became an attribute of an element. */
function attribute(gone: string, name: string, by: Successor, hint?: Localized): GoneProperty {
  const { element, attribute } = by;
  return {
    gone,
    name,
    text: {
      en: `no longer read: write ${attribute} on the ${element}${hint ? `, ${hint.en}` : ""}.`,
      ko: `더 이상 읽지 않습니다. ${element}에 ${josa(attribute, "을")} 쓰십시오${hint ? `(${hint.ko})` : ""}.`,
    },
    source: `${attribute} of ${element}, Tomcat's changelog; no class of the new line has the name`,
  };
}

/** It became an init-param of Tomcat's JspServlet, in conf/web.xml or an application's. */
function ofJsp(name: string, by: string, gone = "10.1.0"): GoneProperty {
  return {
    gone,
    name: `org.apache.jasper.${name}`,
    text: {
      en: `no longer read: write ${by} as init-param of the JspServlet in conf/web.xml.`,
      ko: `더 이상 읽지 않습니다. conf/web.xml의 JspServlet에 init-param ${josa(by, "을")} 쓰십시오.`,
    },
    source: `EmbeddedServletOptions or PageContextImpl, ${by}`,
  };
}

/** What it asked for is how the line works, or cannot be had any more. */
function without(gone: string, name: string, text: Localized, source: string): GoneProperty {
  return {
    gone,
    name,
    text: { en: `no longer read: ${text.en}`, ko: `더 이상 읽지 않습니다. ${text.ko}` },
    source,
  };
}

const COOKIES: Localized = {
  en: "cookies are read by RFC 6265. Take it out.",
  ko: "쿠키는 RFC 6265로 읽습니다. 제거하십시오.",
};
const cookie = (gone: string, name: string): GoneProperty =>
  without(gone, `org.apache.tomcat.util.http.ServerCookie.${name}`, COOKIES, "Rfc6265CookieProcessor");

const NOTHING: Localized = {
  en: "nothing takes its place. Take it out.",
  ko: "대신하는 설정이 없습니다. 제거하십시오.",
};
const websocket = (name: string): GoneProperty =>
  without("10.1.0", `org.apache.tomcat.websocket.${name}`, NOTHING, "Constants of org.apache.tomcat.websocket");

const SKIP: Localized = {
  en: "JARs to skip are listed in tomcat.util.scan.StandardJarScanFilter.jarsToSkip.",
  ko: "건너뛸 JAR는 tomcat.util.scan.StandardJarScanFilter.jarsToSkip에 씁니다.",
};
const skip = (name: string): GoneProperty =>
  without("8.5.0", name, SKIP, "StandardJarScanFilter; Migration Guide 8.0, JarScanner");

/**
 * Properties that classes of an older line read and none of the next does, found by comparing all texts in the sources of
 * each line's tags; `test/tomcat/shipped.test.ts` looks for them in the classes of real Tomcats.
 */
export const GONE_PROPERTIES: readonly GoneProperty[] = [
  skip("tomcat.util.scan.DefaultJarScanner.jarsToSkip"),
  skip("org.apache.catalina.startup.ContextConfig.jarsToSkip"),
  skip("org.apache.catalina.startup.TldConfig.jarsToSkip"),
  ofJsp("compiler.Parser.STRICT_QUOTE_ESCAPING", "strictQuoteEscaping", "8.5.0"),
  cookie("8.5.0", "ALLOW_EQUALS_IN_VALUE"),
  cookie("8.5.0", "ALLOW_HTTP_SEPARATORS_IN_V0"),
  cookie("8.5.0", "ALLOW_NAME_ONLY"),
  cookie("8.5.0", "ALWAYS_ADD_EXPIRES"),
  cookie("8.5.0", "PRESERVE_COOKIE_HEADER"),
  attribute(
    "9.0.0",
    "tomcat.util.http.parser.HttpParser.requestTargetAllow",
    { element: "Connector", attribute: "relaxedQueryChars" },
    {
      en: "and relaxedPathChars for the path",
      ko: "경로에는 relaxedPathChars",
    },
  ),
  without(
    "9.0.0",
    "org.apache.coyote.USE_CUSTOM_STATUS_MSG_IN_HEADER",
    {
      en: "HTTP/1.1 responses have no phrase. Take it out.",
      ko: "HTTP/1.1 응답에는 상태 문구가 없습니다. 제거하십시오.",
    },
    "Http11OutputBuffer.sendStatus",
  ),
  attribute("10.1.0", "jvmRoute", { element: "Engine", attribute: "jvmRoute" }),
  without(
    "10.1.0",
    "org.apache.catalina.SESSION_PARAMETER_NAME",
    {
      en: "sessionCookieName of the Context names the session's parameter. Take it out.",
      ko: "세션 매개변수의 이름은 Context의 sessionCookieName이 정합니다. 제거하십시오.",
    },
    "SessionConfig.getSessionUriParamName",
  ),
  attribute(
    "10.1.0",
    "org.apache.catalina.authenticator.Constants.SSO_SESSION_COOKIE_NAME",
    { element: "Valve", attribute: "cookieName" },
    {
      en: "where it is a SingleSignOn",
      ko: "SingleSignOn인 Valve",
    },
  ),
  attribute("10.1.0", "org.apache.catalina.connector.CoyoteAdapter.ALLOW_BACKSLASH", {
    element: "Connector",
    attribute: "allowBackslash",
  }),
  attribute(
    "10.1.0",
    "org.apache.catalina.connector.RECYCLE_FACADES",
    { element: "Connector", attribute: "discardFacades" },
    {
      en: "which is true there without being written",
      ko: "쓰지 않아도 true",
    },
  ),
  attribute("10.1.0", "org.apache.catalina.connector.Response.ENFORCE_ENCODING_IN_GET_WRITER", {
    element: "Connector",
    attribute: "enforceEncodingInGetWriter",
  }),
  attribute("10.1.0", "org.apache.catalina.core.ApplicationContext.GET_RESOURCE_REQUIRE_SLASH", {
    element: "Context",
    attribute: "contextGetResourceRequiresSlash",
  }),
  attribute("10.1.0", "org.apache.catalina.core.ApplicationDispatcher.WRAP_SAME_OBJECT", {
    element: "Context",
    attribute: "dispatcherWrapsSameObject",
  }),
  attribute("10.1.0", "org.apache.catalina.core.StandardHostValve.ACCESS_SESSION", {
    element: "Context",
    attribute: "alwaysAccessSession",
  }),
  attribute("10.1.0", "org.apache.catalina.session.StandardSession.ACTIVITY_CHECK", {
    element: "Manager",
    attribute: "sessionActivityCheck",
  }),
  attribute("10.1.0", "org.apache.catalina.session.StandardSession.LAST_ACCESS_AT_START", {
    element: "Manager",
    attribute: "sessionLastAccessAtStart",
  }),
  without(
    "10.1.0",
    "org.apache.catalina.tribes.dns_lookups",
    {
      en: "members are told without their host names. Take it out.",
      ko: "멤버를 호스트 이름 없이 알립니다. 제거하십시오.",
    },
    "MemberImpl and Tomcat's changelog, 10.0",
  ),
  attribute(
    "10.1.0",
    "org.apache.tomcat.util.buf.UDecoder.ALLOW_ENCODED_SLASH",
    { element: "Connector", attribute: "encodedSolidusHandling" },
    { en: "as decode for true and reject for false", ko: "true는 decode, false는 reject" },
  ),
  cookie("10.1.0", "FWD_SLASH_IS_SEPARATOR"),
  cookie("10.1.0", "STRICT_NAMING"),
  websocket("ALLOW_UNSUPPORTED_EXTENSIONS"),
  websocket("DISABLE_BUILTIN_EXTENSIONS"),
  websocket("STRICT_SPEC_COMPLIANCE"),
  ofJsp("Constants.JSP_PACKAGE_NAME", "generatedJspPackageName"),
  ofJsp("Constants.JSP_SERVLET_BASE", "jspServletBase"),
  ofJsp("Constants.PRECOMPILE", "jspPrecompilationQueryParameter"),
  ofJsp("Constants.SERVICE_METHOD_NAME", "serviceMethodName"),
  ofJsp("Constants.SERVLET_CLASSPATH", "servletClasspathAttribute"),
  ofJsp("Constants.TAG_FILE_PACKAGE_NAME", "generatedTagFilePackageName"),
  ofJsp("Constants.TEMP_VARIABLE_NAME_PREFIX", "tempVariableNamePrefix"),
  ofJsp("Constants.USE_INSTANCE_MANAGER_FOR_TAGS", "useInstanceManagerForTags"),
  ofJsp("runtime.BodyContentImpl.BUFFER_SIZE", "bodyContentTagBufferSize"),
  ofJsp("runtime.BodyContentImpl.LIMIT_BUFFER", "limitBodyContentBuffer"),
  without(
    "10.1.0",
    "org.apache.jasper.runtime.JspFactoryImpl.USE_POOL",
    {
      en: "an application's context-param org.apache.jasper.runtime.JspFactoryImpl.POOL_SIZE sets its pool.",
      ko: "풀은 애플리케이션의 context-param org.apache.jasper.runtime.JspFactoryImpl.POOL_SIZE로 정합니다.",
    },
    "JasperInitializer.onStartup",
  ),
  ofJsp("compiler.Generator.POOL_TAGS_WITH_EXTENDS", "poolTagsWithExtends"),
  ofJsp("compiler.Generator.STRICT_GET_PROPERTY", "strictGetProperty"),
  ofJsp("compiler.Generator.VAR_EXPRESSIONFACTORY", "variableForExpressionFactory"),
  ofJsp("compiler.Generator.VAR_INSTANCEMANAGER", "variableForInstanceManager"),
  ofJsp("compiler.Parser.STRICT_WHITESPACE", "strictWhitespace"),
  without(
    "11.0.0",
    "org.apache.el.GET_CLASSLOADER_USE_PRIVILEGED",
    { en: "there is no SecurityManager. Take it out.", ko: "SecurityManager가 없습니다. 제거하십시오." },
    "Util of jakarta.el, 10.1 against 11.0",
  ),
];
