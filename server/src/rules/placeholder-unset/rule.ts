import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { type Span, span } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import { hasPlaceholder, placeholdersIn, readsDefaults } from "../../config/placeholder.ts";
import { type Properties, readsEnvironment, type Start } from "../../config/properties.ts";
import { runsWith } from "../../config/starts.ts";
import { TagSearch } from "../../config/tag-search.ts";
import { MOST_RELATED } from "../nodes.ts";
import type { FileRule, Finding } from "../rule.ts";
import { firstOf, placesOfStarts } from "../starts.ts";

/**
 * A placeholder that nothing sets stays as it is written, and Tomcat reads that text.
 *
 * Source: IntrospectionUtils.replaceProperties and setProperty, SetPropertiesRule, 7.0 to 11.0. Run on 9.0.122 and 11.0.24: a
 * number keeps its default with a warning, a Connector with such a port fails (`port out of range:-1`), and so does the
 * whole Tomcat with such an address of a Receiver (`UnknownHostException`).
 */
export const rule: FileRule = {
  id: "placeholder-unset",
  group: "placeholders",
  severity: "hint",
  summary: {
    en: "A placeholder that nothing sets stays in the value as text.",
    ko: "아무 데서도 지정하지 않은 자리 표시자는 값에 글자 그대로 남습니다.",
  },
  files: ["server", "context"],

  check(file, report) {
    const { properties } = file.reading;
    const runs = runsWith(file);
    if (file.template || !(properties.started || runs.length > 0)) return;
    const told = new Set<string>();
    for (const component of withPlaceholders.in(file)) {
      for (const { name: attribute, value } of component.element.attributes) {
        if (!value || !hasPlaceholder(value.raw)) continue;
        for (const { name, fallback, start, end } of placeholdersIn(value.raw)) {
          // What an entity stands for has no place of its own.
          if (told.has(name) || (fallback !== undefined && readsDefaults(file.version)) || /[&\s]/.test(name)) continue;
          const unset = (runs.length > 0 ? runs : [properties]).filter((each) => each.isUnset(name, file.version));
          if (unset.length === 0) continue;
          told.add(name);
          const at = span(value.span.start + start, value.span.start + end);
          const meaning = meaningOf(component, attribute);
          const byVariable = readsEnvironment(file.version) !== false;
          report(findingOf({ name, at, meaning, unset, all: runs.length, byVariable }));
        }
      }
    }
  },
};

const withPlaceholders = new TagSearch(({ element }) =>
  element.attributes.some(({ value }) => value !== undefined && hasPlaceholder(value.raw)),
);

interface Unset {
  readonly name: string;
  readonly at: Span;
  readonly meaning: Localized;
  /** The ways to start this Tomcat in which nothing sets it. */
  readonly unset: readonly Properties[];
  /** How many services start with the file. */
  readonly all: number;
  /** False where no variable of the environment can fill it in. */
  readonly byVariable: boolean;
}

function findingOf({ name, at, meaning, unset, all, byVariable }: Unset): Finding {
  const [first] = unset;
  const starts = unset.flatMap((each) => each.starts);
  const variable = first?.variable(name);
  // All that a container is started with stands in its files; what a script starts may get more from outside.
  const certain = starts.length > 0 && starts.every(({ closed }) => closed);
  const text =
    unset.length < all
      ? ofSome(starts, name, meaning)
      : variable
        ? ofVariable(name, meaning, byVariable)
        : {
            en: `Nothing here sets \${${name}}, and Tomcat leaves it as text: ${meaning.en}. Set it with -D${name}=… or in catalina.properties.`,
            ko: `아무 데서도 \${${name}} 값을 지정하지 않아 글자 그대로 남습니다. ${meaning.ko}. -D${name}=…이나 catalina.properties로 지정하십시오.`,
          };
  const related = variable
    ? [{ file: variable.file, at: variable.nameAt, text: { en: "The variable.", ko: "환경 변수입니다." } }]
    : unset.length < all
      ? placesOfStarts(starts.slice(0, MOST_RELATED))
      : [];
  return { at, text, ...(certain ? { severity: "information" } : {}), ...(related.length > 0 ? { related } : {}) };
}

/** Some of the services that start with the file set the name, and these do not. */
function ofSome(starts: readonly Start[], name: string, meaning: Localized): Localized {
  const names = firstOf(starts.map((each) => each.name));
  return {
    en: `${names}: nothing sets \${${name}} there, as it is for other services, and Tomcat leaves it as text: ${meaning.en}. Set it with -D${name}=….`,
    ko: `${names}: 다른 서비스와 달리 \${${name}} 값을 지정하지 않아 글자 그대로 남습니다. ${meaning.ko}. -D${name}=…으로 지정하십시오.`,
  };
}

/** The name is that of a variable of the environment, which Tomcat is not told to read, or cannot be. */
function ofVariable(name: string, meaning: Localized, byVariable: boolean): Localized {
  return {
    en: `${name} is set as a variable, and Tomcat leaves \${${name}} as text: ${meaning.en}. Set ${byVariable ? "EnvironmentPropertySource, or " : ""}-D${name}=….`,
    ko: `${josa(name, "은")} 환경 변수로만 지정되어 \${${name}} 자리에 글자가 그대로 남습니다. ${meaning.ko}. ${byVariable ? "EnvironmentPropertySource나 " : ""}-D${name}=…을 지정하십시오.`,
  };
}

/** What the text of a placeholder means to Tomcat where it stands. */
function meaningOf(component: Component, attribute: string): Localized {
  const { name } = component;
  if (name === "Engine" && attribute === "jvmRoute") return MEANINGS.route;
  if (name === "Connector" && attribute === "port") return MEANINGS.connector;
  if (name === "Receiver" && attribute === "address") return MEANINGS.address;
  const type = component.attributeFacts(attribute)?.type;
  if (type === "int" || type === "long") return MEANINGS.number;
  return type === "boolean" ? MEANINGS.boolean : MEANINGS.text;
}

const MEANINGS = {
  route: { en: "each session id ends in it, on all nodes alike", ko: "모든 노드의 세션 ID가 그 글자로 끝납니다" },
  connector: { en: "the Connector does not start", ko: "Connector가 시작되지 않습니다" },
  address: { en: "Tomcat does not start", ko: "Tomcat이 시작되지 않습니다" },
  number: { en: "it is no number, and the default stays", ko: "숫자가 아니므로 기본값이 쓰입니다" },
  boolean: { en: "it counts as false", ko: "false로 읽힙니다" },
  text: { en: "that is the value", ko: "그 글자가 값이 됩니다" },
} satisfies Record<string, Localized>;
