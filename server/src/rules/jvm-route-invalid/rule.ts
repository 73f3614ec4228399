import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { contextFilesIn, descriptorsIn, type TomcatNode } from "../../config/node.ts";
import { webTextOf } from "../../config/web-text.ts";
import { Change } from "../../schema/change.ts";
import type { ElementRule } from "../rule.ts";

const COOKIE_PROCESSOR = "org.apache.tomcat.util.http.Rfc6265CookieProcessor";

/** From this release on, Tomcat's default cookie processor refuses such a value. */
const REFUSED = new Change("8.5.0");

/**
 * Characters that a cookie value may not contain (Rfc6265CookieProcessor.validateCookieValue); placeholders are filled in.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a cookie may hold none of them
const FORBIDDEN = /[\u0000-\u0020",;\\\u007f]/u;

/**
 * The jvmRoute becomes part of each session id, and that of a cookie: with a blank, a quote, a comma, a semicolon or a
 * backslash in it, the request that makes a session ends with status 500.
 *
 * Source: StandardSessionIdGenerator.generateSessionId, Rfc6265CookieProcessor.validateCookieValue, 8.5 to 11.0; runs of
 * 9.0.95 with LegacyCookieProcessor and with cookies="false".
 */
export const rule: ElementRule = {
  id: "jvm-route-invalid",
  group: "sessions",
  severity: "error",
  summary: {
    en: "A jvmRoute with a character that no cookie may have fails each new session.",
    ko: "쿠키에 쓸 수 없는 문자가 jvmRoute에 있으면 새 세션을 만들 때마다 실패합니다.",
  },
  elements: ["Engine"],

  check(engine, report, { version }, node) {
    const route = engine.text("jvmRoute");
    if (route === undefined || !FORBIDDEN.test(route) || !REFUSED.isIn(version)) return;
    if (mayDoOtherwise(engine, node())) return;
    report({
      at: engine.spanOf("jvmRoute"),
      text: {
        en: "jvmRoute is part of the session cookie, which may hold no blank, quote, comma, semicolon or backslash: each new session answers 500.",
        ko: "jvmRoute는 세션 쿠키에 들어가므로 공백, 따옴표, 쉼표, 세미콜론, 역슬래시를 쓸 수 없습니다. 새 세션을 만드는 요청은 모두 500으로 응답합니다.",
      },
    });
  },
};

/** True where a Context of the node, or of its Engine, makes no cookie, or makes it with a class that may take any character. */
function mayDoOtherwise(engine: Component, node: TomcatNode | undefined): boolean {
  const files = node ? contextFilesIn(node) : [];
  const contexts = engine.childrenNamed("Host").flatMap((host) => host.childrenNamed("Context"));
  const roots = files.flatMap(({ root }) => root ?? []);
  const inWeb = (file: ConfigFile) => webTextOf(file, "session-config", "tracking-mode") !== "absent";
  return (
    files.some(({ template }) => template) ||
    [...contexts, ...roots].some(hasOtherCookies) ||
    (node !== undefined && descriptorsIn(node).some(inWeb))
  );
}

function hasOtherCookies(context: Component): boolean {
  const processor = context.child("CookieProcessor");
  if (processor && processor.className !== COOKIE_PROCESSOR) return true;
  return context.has("cookies") && context.boolean("cookies") !== true;
}
