import type { Locale } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { parseSendOptions } from "../config/options.ts";
import { defaultOf } from "../schema/catalog.ts";
import type { AttributeFacts, ReleaseRange } from "../schema/model.ts";
import { targetAt } from "./target.ts";

export interface HoverText {
  readonly at: Span;
  readonly markdown: string;
}

/**
 * Explains the class or attribute under the cursor from the facts of this Tomcat line.
 *
 * Unknown classes and broken text give undefined, never an error: while someone types, silence is the honest answer.
 */
export function hover(file: ConfigFile, offset: number, locale: Locale): HoverText | undefined {
  const target = targetAt(file, offset);
  if (!target) return undefined;
  const { component, attribute, part } = target;
  if (part === "name") return explainElement(component, component.nameSpan, file, locale);
  if (!attribute) return undefined;
  if (attribute.name === "className") return explainElement(component, attribute.span, file, locale);
  const facts = component.attributeFacts(attribute.name);
  return facts && { at: attribute.span, markdown: attributeText(facts, component, file, locale) };
}

function explainElement(
  component: Component,
  at: Span,
  { version }: ConfigFile,
  locale: Locale,
): HoverText | undefined {
  const { type, className, facts } = component;
  if (!facts || className === undefined || !type) return undefined;
  const page = type.documentedIn[0];
  const link =
    page && `[Tomcat ${version.line}](https://tomcat.apache.org/tomcat-${version.line}-doc/config/${page}.html)`;
  const attributes = [...type.attributes.values()].filter((each) => each.documented).map((each) => `\`${each.name}\``);
  const rows = [
    `**${type.simpleName}**`,
    `\`${className}\``,
    type.deprecated ? (locale === "ko" ? KO : EN).deprecated : "",
    attributes.length > 0 ? `${locale === "ko" ? "속성" : "Attributes"}: ${attributes.join(", ")}` : "",
    link ?? "",
  ];
  return { at, markdown: rows.filter((row) => row !== "").join("\n\n") };
}

function attributeText(facts: AttributeFacts, component: Component, { version }: ConfigFile, locale: Locale): string {
  const words = locale === "ko" ? KO : EN;
  const defaultText = defaultOf(facts, version.release);
  const value = component.text(facts.name) ?? "";
  const mask = facts.name.endsWith("SendOptions") ? parseSendOptions(value) : undefined;
  const rows = [
    `**${facts.name}** — ${facts.type}`,
    defaultText === undefined || defaultText === null || defaultText === ""
      ? ""
      : `${words.default}: \`${defaultText}\``,
    facts.values ? `${words.values}: ${facts.values.map((each) => `\`${each}\``).join(", ")}` : "",
    mask === undefined ? "" : `\`${value}\` = ${sendOptionNames(mask).join(" + ") || words.none}`,
    facts.deprecated ? words.deprecated : "",
    rangeText(facts.releases, words.since),
  ];
  return rows.filter((row) => row !== "").join("\n\n");
}

const EN = { default: "Default", values: "Values", deprecated: "Deprecated.", since: "Since", none: "no option" };
const KO = {
  default: "기본값",
  values: "값",
  deprecated: "사용 중단 예정입니다.",
  since: "추가된 버전",
  none: "옵션 없음",
};

const BITS = [
  [1, "byte message"],
  [2, "acknowledge"],
  [4, "synchronized acknowledge"],
  [8, "asynchronous"],
  [16, "secure"],
  [32, "udp"],
  [64, "multicast"],
] as const;

/** What the bits of a send option say, lowest first. */
function sendOptionNames(mask: number): readonly string[] {
  return BITS.filter(([bit]) => (mask & bit) !== 0).map(([, name]) => name);
}

function rangeText(releases: readonly ReleaseRange[], since: string): string {
  const first = releases[0]?.first;
  return first ? `${since} ${first}` : "";
}
