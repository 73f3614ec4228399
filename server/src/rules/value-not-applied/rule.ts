import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import type { Component } from "../../config/component.ts";
import { meantByConstants, parseSendOptions } from "../../config/options.ts";
import { isJavaInt, isJavaLong, isNoAddress } from "../../config/values.ts";
import { Change } from "../../schema/change.ts";
import type { AttributeFacts, TomcatVersion } from "../../schema/model.ts";
import type { ElementRule, Fix } from "../rule.ts";
import { insteadOfWord, takesWord } from "./words.ts";

/** From here on empty options are read as 0, which keeps the default without a log line (Channel.parseSendOptions). */
const EMPTY_TAKEN = new Change("9.0.121", "10.1.58", "11.0.25");

/**
 * Tomcat logs and drops a number, an address or a keyword it cannot read, and the default stays. Blanks and units make
 * a number unreadable.
 *
 * Source: IntrospectionUtils.setProperty, 7.0 to 11.0; RealmBase.setAllRolesMode and setAlgorithm of the credential
 * handlers, which throw at what they do not know.
 */
export const rule: ElementRule = {
  id: "value-not-applied",
  group: "structure",
  severity: "warning",
  summary: {
    en: "A value of the wrong form is dropped, and the default stays.",
    ko: "형식이 틀린 값은 버려지고 기본값이 유지됩니다.",
  },
  automatic: "The number stays what its author wrote; only the blanks that make Tomcat drop it go.",
  ofValue: true,
  elements: "*",

  check(component, report, { version }) {
    for (const attribute of component.element.attributes) {
      const facts = component.attributeFacts(attribute.name);
      if (!facts) continue;
      const value = component.text(attribute.name);
      if (value === undefined || accepts(facts, value, component, version)) continue;
      const trimmed = value.trim();
      const constants = meantByConstants(facts.name, trimmed, facts.type === "string");
      const rest = consequence(component, facts);
      const dropped = {
        en: `Tomcat drops it${rest === undefined ? "" : ` and ${rest.en}`}`,
        ko: rest === undefined ? "Tomcat이 버립니다" : `Tomcat이 버리고 ${rest.ko}`,
      };
      if (constants === undefined && isMark(facts, value)) {
        report({
          at: component.spanOf(attribute.name),
          severity: "information",
          text: {
            en: `"${value}" is no value for ${facts.name}. If nothing replaces it before Tomcat starts, ${dropped.en}.`,
            ko: `"${value}" 값은 ${facts.name} 속성에 쓸 수 없습니다. 시작하기 전에 다른 값으로 바꾸지 않으면 ${dropped.ko}.`,
          },
        });
        continue;
      }
      report({
        at: component.spanOf(attribute.name),
        ...(isConnectorPort(component, facts.name) ? { severity: "error" } : {}),
        text: {
          en: `"${value}" is no value for ${facts.name}: ${dropped.en}.`,
          ko: `"${value}" 값은 ${facts.name} 속성에 쓸 수 없습니다. ${dropped.ko}.`,
        },
        ...(trimmed !== value && accepts(facts, trimmed, component, version)
          ? // Where Tomcat listens is felt outside, and what all nodes share is not mended on one.
            {
              fix: {
                ...change(component, attribute.name, trimmed),
                asked: facts.type === "inet" || component.name === "Membership",
              },
            }
          : constants !== undefined
            ? { fix: { ...change(component, attribute.name, constants), asked: true } }
            : {}),
      });
    }
  },
};

/** A word where a number belongs, which a script may replace: `tomcat_port`, `{PORT}`, `HTTP_PORT`. */
function isMark({ type }: AttributeFacts, value: string): boolean {
  return (type === "int" || type === "long") && /^(?:[A-Za-z][A-Za-z0-9]*_\w+|\{\w+\}|[A-Z]{3,})$/.test(value);
}

function change(component: Component, name: string, value: string): Fix {
  return {
    title: { en: `Change to ${value}`, ko: `${josa(value, "으로")} 변경` },
    edits: [component.setAttribute(name, value)],
  };
}

/** What Tomcat does without the value, where that is known. */
function consequence(component: Component, facts: AttributeFacts): Localized | undefined {
  const { name, type } = facts;
  if (isConnectorPort(component, name))
    return { en: "this Connector, without a port, fails at start", ko: "이 Connector는 포트가 없어 시작에 실패합니다" };
  const instead = insteadOfWord(facts, component);
  if (instead) return instead;
  if (component.name === "Connector" && type === "inet") {
    // AJP listens on loopback only in newer releases.
    const protocol = component.has("protocol") ? component.text("protocol") : "HTTP/1.1";
    if (protocol === undefined || /ajp/i.test(protocol)) return undefined;
    return { en: "listens on all addresses", ko: "모든 주소에서 수신 대기합니다" };
  }
  if (component.name === "Receiver" && name === "bind")
    return { en: "listens on its address", ko: "address에서 수신 대기합니다" };
  const rest = component.defaultText(name);
  return rest === undefined ? undefined : { en: `uses ${rest}`, ko: `기본값 ${rest} 값을 사용합니다` };
}

function isConnectorPort({ name }: Component, attribute: string): boolean {
  return name === "Connector" && attribute === "port";
}

/** `auto` is a word of the Receiver's address only: its bind is looked up as a host's name, and none is called so. */
function isAutoBind(name: string, value: string, component: Component): boolean {
  return component.name === "Receiver" && name === "bind" && value === "auto";
}

function accepts(facts: AttributeFacts, value: string, component: Component, version: TomcatVersion): boolean {
  const { name, type, alsoTyped } = facts;
  if (type === "int") return isJavaInt(value);
  if (type === "long") return isJavaLong(value);
  if (type === "inet") return !isNoAddress(value) && !isAutoBind(name, value, component);
  if (type === "string" && alsoTyped.length === 0) return takesWord(facts, value, component);
  if (type === "string" && alsoTyped.includes("int") && name.endsWith("SendOptions")) {
    if (value === "") return EMPTY_TAKEN.isIn(version) === true;
    return parseSendOptions(value) !== undefined;
  }
  return true;
}
