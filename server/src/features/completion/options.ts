import { BACKUP_MANAGER, SIMPLE_TCP_CLUSTER } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import { bitsOf, SEND } from "../../config/options.ts";
import { Change } from "../../schema/change.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import { optionWords } from "../option-words.ts";
import type { CompletionRequest, Value } from "./item.ts";

/** Common sums of options, the most usual first. */
const NUMBERS = { send: ["8", "6", "2", "10"], start: ["15", "3"] } as const;

/** From this release on, names are accepted (Channel.parseSendOptions). */
const NAMES_TAKEN = new Change("9.0.0-M23");

/** Options that have no effect, or lose messages: they come last. */
const LAST: ReadonlySet<number> = new Set([SEND.secure, SEND.udp, SEND.multicast]);

/** Sums and names for an attribute of options; undefined for other attributes. */
export function masksOf(
  component: Component,
  attribute: string,
  { file, locale }: CompletionRequest,
): readonly Value[] | undefined {
  const bits = bitsOf(attribute);
  if (!bits || !component.attributeFacts(attribute)) return undefined;
  const numbers = attribute === "channelStartOptions" ? NUMBERS.start : NUMBERS.send;
  const sums = numbers.map((value): Value => {
    return { value, kind: "value", detail: optionWords(attribute, value)?.[locale] };
  });
  if (!takesNames(component, attribute, file.version)) return sums;
  const ordered = [...bits].sort((a, b) => Number(LAST.has(a.bit)) - Number(LAST.has(b.bit)));
  const names = ordered.map(
    ({ bit, name, text }): Value => ({ value: name, kind: "value", detail: `${bit}: ${text[locale]}` }),
  );
  return [...sums, ...names];
}

/** True where the options may be written as names with commas between them. */
export function takesNames({ className }: Component, attribute: string, version: TomcatVersion): boolean {
  if (!attribute.endsWith("SendOptions")) return false;
  return (className === SIMPLE_TCP_CLUSTER || className === BACKUP_MANAGER) && NAMES_TAKEN.isIn(version) === true;
}
