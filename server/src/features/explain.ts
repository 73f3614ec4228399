import type { Locale, Localized } from "../base/localized.ts";
import { AJP_PROTOCOL } from "../config/ajp.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { type OptionBit, optionBits } from "../config/options.ts";
import { defaultOf } from "../schema/catalog.ts";
import { lineFacts } from "../schema/lines.ts";
import type { AttributeFacts, ClassFacts } from "../schema/model.ts";
import { type AttributeProse, elementProseOf, proseOf, type Unit } from "../schema/prose/index.ts";
import { optionWords } from "./option-words.ts";

const WORDS = {
  attributes: { en: "Attributes", ko: "속성" },
  default: { en: "Default", ko: "기본값" },
  deprecated: { en: "Deprecated.", ko: "사용 중단 예정입니다." },
  none: { en: "no option", ko: "옵션 없음" },
  range: { en: "Range", ko: "범위" },
  reference: { en: "reference", ko: "문서" },
  required: { en: "Required.", ko: "필수입니다." },
  since: { en: "Since Tomcat", ko: "추가된 Tomcat 버전" },
  until: { en: "Until Tomcat", ko: "마지막 Tomcat 버전" },
  values: { en: "Values", ko: "값" },
} as const satisfies Record<string, Localized>;

const UNITS: Readonly<Record<Unit, Localized>> = {
  ns: { en: "nanoseconds", ko: "나노초" },
  us: { en: "microseconds", ko: "마이크로초" },
  ms: { en: "milliseconds", ko: "밀리초" },
  s: { en: "seconds", ko: "초" },
  days: { en: "days", ko: "일" },
  bits: { en: "bits", ko: "비트" },
  bytes: { en: "bytes", ko: "바이트" },
  kilobytes: { en: "kilobytes", ko: "킬로바이트" },
  characters: { en: "characters", ko: "문자 수" },
  messages: { en: "messages", ko: "메시지 수" },
  requests: { en: "requests", ko: "요청 수" },
  connections: { en: "connections", ko: "연결 수" },
  streams: { en: "streams", ko: "스트림 수" },
  sessions: { en: "sessions", ko: "세션 수" },
  users: { en: "users", ko: "사용자 수" },
  entries: { en: "entries", ko: "항목 수" },
  threads: { en: "threads", ko: "스레드 수" },
  ports: { en: "ports", ko: "포트 수" },
  attempts: { en: "attempts", ko: "시도 횟수" },
  cycles: { en: "background cycles", ko: "백그라운드 주기" },
  hops: { en: "routers", ko: "라우터 수" },
  percent: { en: "percent", ko: "퍼센트" },
};

/** The subject of an explanation: an element and its class, either of which may be unknown. */
export interface Explained {
  readonly element: string;
  readonly type: ClassFacts | undefined;
  /** The protocol a Connector names; null where it cannot be known. */
  readonly protocol?: string | null | undefined;
}

/** The longest list of names that is shown; completion offers longer ones. */
const MOST_NAMES = 40;

/**
 * An element in Markdown: the purpose of its class, its attributes and children, and its page in Tomcat's reference.
 */
export function explainElement(place: Explained, file: ConfigFile, locale: Locale): string | undefined {
  const { type, element } = place;
  const text = (type && proseOf(type.name)?.text) ?? elementProseOf(element)?.text;
  if (!type && !text) return undefined;
  const attributes = [...attributesOf(place, file).values()].filter((each) => each.documented);
  const names = attributes.map((each) => `\`${each.name}\``);
  return paragraphs(
    type ? `**${type.simpleName}**  \n\`${type.name}\`` : `**${element}**`,
    text?.[locale],
    type?.deprecated ? WORDS.deprecated[locale] : undefined,
    names.length > 0 && names.length <= MOST_NAMES ? `${WORDS.attributes[locale]}: ${names.join(", ")}` : undefined,
    pageOf(place, file, locale),
  );
}

/** The attributes of an element with this class. */
export function attributesOf({ element, type, protocol }: Explained, { catalog }: ConfigFile): Component["attributes"] {
  const handler = element === "Connector" && protocol !== null ? catalog.connectorAttributes(protocol) : undefined;
  return handler ?? type?.attributes ?? new Map();
}

export interface ExplainedAttribute {
  readonly facts: AttributeFacts;
  /** Decoded where it is a sum of options. */
  readonly value?: string | undefined;
}

/** An attribute in Markdown. */
export function explainAttribute(
  { facts, value }: ExplainedAttribute,
  place: Explained,
  file: ConfigFile,
  locale: Locale,
): string {
  const prose = attributeProse(place, facts.name);
  const unit = prose?.unit && UNITS[prose.unit][locale];
  const fallback = defaultOf(facts, file.version.release);
  const [range] = facts.releases;
  const lines = [
    // Tomcat's reference marks some attributes with a default as required.
    facts.required && !fallback ? WORDS.required[locale] : undefined,
    fallback ? `${WORDS.default[locale]}: \`${fallback}\`` : undefined,
    prose?.range && `${WORDS.range[locale]}: ${rangeText(prose.range)}`,
    facts.values && `${WORDS.values[locale]}: ${facts.values.map((each) => `\`${each}\``).join(", ")}`,
    range?.first && `${WORDS.since[locale]} ${range.first.text}`,
    range?.last && `${WORDS.until[locale]} ${range.last.text}`,
  ];
  return paragraphs(
    `**${facts.name}** — ${facts.type}${unit ? `, ${unit}` : ""}`,
    prose?.text[locale],
    facts.deprecated ? WORDS.deprecated[locale] : undefined,
    lines.filter((line) => line !== undefined).join("  \n"),
    optionTable(facts.name, value, locale),
    pageOf(place, file, locale),
  );
}

/** An attribute that Tomcat reads before it creates the object, so that no class has it: `executor` of Connector. */
export function explainRuleAttribute(
  name: string,
  place: Explained,
  file: ConfigFile,
  locale: Locale,
): string | undefined {
  const prose = attributeProse(place, name);
  return prose && paragraphs(`**${name}** — string`, prose.text[locale], pageOf(place, file, locale));
}

/** An attribute with an explanation but no facts. */
export function explainText(name: string, { text, unit }: AttributeProse, locale: Locale): string {
  return paragraphs(`**${name}**${unit ? ` — ${UNITS[unit][locale]}` : ""}`, text[locale]);
}

function attributeProse({ element, type }: Explained, name: string): AttributeProse | undefined {
  const own = type && proseOf(type.name)?.attributes;
  return (own && Object.hasOwn(own, name) ? own[name] : undefined) ?? ruleAttributeProse(element, name);
}

function ruleAttributeProse(element: string, name: string): AttributeProse | undefined {
  const attributes = elementProseOf(element)?.attributes;
  return attributes && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

/** The bits of a sum of options, one per row, where the attribute is one. */
function optionTable(name: string, value: string | undefined, locale: Locale): string | undefined {
  if (value === undefined) return undefined;
  const bits = optionBits(name, value);
  if (bits === undefined) return undefined;
  if (bits.length === 0) return `\`${value}\` = ${WORDS.none[locale]}`;
  const word = optionWords(name, value)?.[locale];
  const heading = word === undefined ? "" : ` ${word}`;
  const row = ({ bit, name: option, text }: OptionBit) => `| ${bit} | ${option} | ${text[locale]} |`;
  return [`| \`${value}\` |${heading} | |`, "|--:|---|---|", ...bits.map(row)].join("\n");
}

function rangeText({ min, max }: NonNullable<AttributeProse["range"]>): string {
  if (min === undefined) return `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : `${min} – ${max}`;
}

function pageOf({ type, element, protocol }: Explained, { version }: ConfigFile, locale: Locale): string | undefined {
  const isAjp = element === "Connector" && protocol != null && AJP_PROTOCOL.test(protocol);
  const page = type?.documentedIn.at(-1) ?? (isAjp ? "ajp" : elementProseOf(element)?.page);
  // A line has no configuration reference before its first release.
  if (lineFacts(version.line).milestone) return undefined;
  const label = `Tomcat ${version.line} ${WORDS.reference[locale]}`;
  return page && `[${label}](https://tomcat.apache.org/tomcat-${version.line}-doc/config/${page}.html)`;
}

export function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text).join("\n\n");
}
