import type { Locale, Localized } from "../base/localized.ts";
import type { ConfigFile } from "../config/file.ts";
import { type OptionBit, optionBits } from "../config/options.ts";
import { defaultOf } from "../schema/catalog.ts";
import type { AttributeFacts, ClassFacts } from "../schema/model.ts";
import { type AttributeProse, proseOf, type Unit } from "../schema/prose/index.ts";

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
  ms: { en: "milliseconds", ko: "밀리초" },
  s: { en: "seconds", ko: "초" },
  bytes: { en: "bytes", ko: "바이트" },
  messages: { en: "messages", ko: "메시지 수" },
  sessions: { en: "sessions", ko: "세션 수" },
  threads: { en: "threads", ko: "스레드 수" },
  ports: { en: "ports", ko: "포트 수" },
  attempts: { en: "attempts", ko: "시도 횟수" },
  cycles: { en: "background cycles", ko: "백그라운드 주기" },
  hops: { en: "routers", ko: "라우터 수" },
};

/** A class in Markdown: what it is for, what it takes, and where Tomcat describes it. */
export function explainClass(type: ClassFacts, file: ConfigFile, locale: Locale): string {
  const attributes = [...type.attributes.values()].filter((each) => each.documented).map((each) => `\`${each.name}\``);
  return paragraphs(
    `**${type.simpleName}**  \n\`${type.name}\``,
    proseOf(type.name)?.text[locale],
    type.deprecated ? WORDS.deprecated[locale] : undefined,
    attributes.length > 0 ? `${WORDS.attributes[locale]}: ${attributes.join(", ")}` : undefined,
    pageOf(type, file, locale),
  );
}

/** An attribute in Markdown; `value` is decoded where it is a sum of options. */
export function explainAttribute(
  facts: AttributeFacts,
  type: ClassFacts | undefined,
  value: string | undefined,
  file: ConfigFile,
  locale: Locale,
): string {
  const prose = type && proseOf(type.name)?.attributes[facts.name];
  const unit = prose?.unit && UNITS[prose.unit][locale];
  const fallback = defaultOf(facts, file.version.release);
  const [range] = facts.releases;
  const lines = [
    facts.required ? WORDS.required[locale] : undefined,
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
    type && pageOf(type, file, locale),
  );
}

/** The bits of a sum of options, one per row, where the attribute is one. */
function optionTable(name: string, value: string | undefined, locale: Locale): string | undefined {
  if (value === undefined) return undefined;
  const bits = optionBits(name, value);
  if (bits === undefined) return undefined;
  if (bits.length === 0) return `\`${value}\` = ${WORDS.none[locale]}`;
  const row = ({ bit, name: option, text }: OptionBit) => `| ${bit} | ${option} | ${text[locale]} |`;
  return [`| \`${value}\` | | |`, "|--:|---|---|", ...bits.map(row)].join("\n");
}

function rangeText({ min, max }: NonNullable<AttributeProse["range"]>): string {
  if (min === undefined) return `≤ ${max}`;
  return max === undefined ? `≥ ${min}` : `${min} – ${max}`;
}

function pageOf(type: ClassFacts, { version }: ConfigFile, locale: Locale): string | undefined {
  const page = type.documentedIn.at(-1);
  const label = `Tomcat ${version.line} ${WORDS.reference[locale]}`;
  return page && `[${label}](https://tomcat.apache.org/tomcat-${version.line}-doc/config/${page}.html)`;
}

function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text).join("\n\n");
}
