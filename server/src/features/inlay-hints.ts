import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import type { Edit, Span } from "../base/span.ts";
import { BIO_RECEIVER, MCAST_SERVICE, NIO_RECEIVER, SIMPLE_TCP_CLUSTER } from "../config/classes.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { bitsOf, optionBits } from "../config/options.ts";
import { parseInteger } from "../config/values.ts";
import { optionWords } from "./option-words.ts";

/** A short text shown in the code. */
export interface Hint {
  readonly at: number;
  readonly label: Localized;
  readonly tooltip: Localized;
  /** The edit that writes the hinted value. */
  readonly edit: Edit | undefined;
}

export interface HintKinds {
  /** The meaning of a sum of options: `channelSendOptions="6"` ← `synchronous`. */
  readonly optionNames: boolean;
  /** Defaults in effect: `port="4000"`. */
  readonly defaults: boolean;
}

/** The defaults that matter when nodes do not find each other, by class. */
const DEFAULTS_THAT_MATTER: Readonly<Record<string, readonly string[]>> = {
  [SIMPLE_TCP_CLUSTER]: ["channelSendOptions"],
  [NIO_RECEIVER]: ["address", "port", "autoBind", "selectorTimeout"],
  [BIO_RECEIVER]: ["address", "port", "autoBind"],
  [MCAST_SERVICE]: ["address", "port", "frequency", "dropTime"],
};

/** The Sender of every line; without a Transport it creates a PooledParallelSender (ReplicationTransmitter). */
const TRANSMITTER = "org.apache.catalina.tribes.transport.ReplicationTransmitter";

/** The hints that lie in a part of a file. In a template, and of a third party's classes, no default is known. */
export function inlayHints(file: ConfigFile, part: Span, kinds: HintKinds): readonly Hint[] {
  const hints: Hint[] = [];
  const visit = (component: Component) => {
    const { span, startTag } = component.element;
    if (!component.read || span.start > part.end || span.end < part.start) return;
    if (startTag.start <= part.end && startTag.end >= part.start) {
      if (kinds.optionNames) hints.push(...sums(component));
      if (kinds.defaults && !file.template) hints.push(...defaults(component));
    }
    // Only elements that Tomcat reads are visited, which are nested a dozen deep at most.
    for (const child of component.children) visit(child);
  };
  if (file.root) visit(file.root);
  return hints.filter(({ at }) => part.start <= at && at <= part.end);
}

function sums(component: Component): readonly Hint[] {
  return component.element.attributes.flatMap(({ name, value }) => {
    if (!value || bitsOf(name) === undefined || component.attributeFacts(name) === undefined) return [];
    const text = component.text(name);
    // Names need no explanation, and Tomcat drops values that are not positive.
    if (text === undefined || (parseInteger(text) ?? 0) <= 0) return [];
    const label = optionWords(name, text);
    return label === undefined
      ? []
      : [{ at: value.span.end, label, tooltip: explainOptions(name, text), edit: undefined }];
  });
}

function explainOptions(attribute: string, value: string): Localized {
  const bits = optionBits(attribute, value) ?? [];
  const rows = (locale: keyof Localized) =>
    bits.map(({ bit, name, text }) => `- ${bit} ${name}: ${text[locale]}`).join("\n");
  return { en: rows("en"), ko: rows("ko") };
}

/** A text of Tomcat's own words, which are the same in both languages. */
function alike(text: string): Localized {
  return { en: text, ko: text };
}

function defaults(component: Component): readonly Hint[] {
  const { element, className } = component;
  if (className === undefined || !element.startTagClosed || element.junk.length > 0) return [];
  const at = element.attributes.at(-1)?.span.end ?? element.nameSpan.end;
  const hints = (DEFAULTS_THAT_MATTER[className] ?? []).flatMap((name): readonly Hint[] => {
    const fallback = component.has(name) ? undefined : component.defaultText(name);
    if (fallback === undefined) return [];
    const means = optionWords(name, fallback);
    const written = `${name}="${fallback}"`;
    return [
      {
        at,
        label: means ? { en: `${written} ${means.en}`, ko: `${written} ${means.ko}` } : alike(written),
        tooltip: {
          en: `Not written: Tomcat takes ${name}="${fallback}".`,
          ko: `적혀 있지 않아 Tomcat이 ${name}=${josa(`"${fallback}"`, "을")} 사용합니다.`,
        },
        edit: component.setAttribute(name, fallback),
      },
    ];
  });
  if (className === TRANSMITTER && component.element.elements.length === 0) {
    hints.push({
      at: element.startTag.end,
      label: alike("Transport PooledParallelSender"),
      tooltip: {
        en: "No Transport is written: Tomcat sends through a PooledParallelSender.",
        ko: "Transport가 적혀 있지 않아 Tomcat이 PooledParallelSender로 보냅니다.",
      },
      edit: undefined,
    });
  }
  return hints;
}
