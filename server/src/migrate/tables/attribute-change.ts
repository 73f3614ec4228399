import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { HANDLER } from "../../schema/corrections.ts";

export { HANDLER };

/** The target of a moved attribute: a child element, which is created where it does not exist, or the parent. */
export type Destination =
  | { readonly place: "child"; readonly element: string; readonly className?: string }
  | { readonly place: "parent" };

/** An attribute that a line no longer has. */
export interface GoneAttribute {
  /** The first release of the first line without it. */
  readonly gone: string;
  /** Simple names of classes; HANDLER for what a Connector hands on to its protocol. */
  readonly classes: readonly string[];
  readonly name: string;
  /** The class or guide that says so. */
  readonly source: string;
}

/** What becomes of an attribute that a line no longer has. */
export interface AttributeChange extends GoneAttribute {
  readonly change:
    | { readonly kind: "rename"; readonly to: string }
    | {
        readonly kind: "move";
        readonly target: Destination;
        readonly to: string;
        /** New spellings of values; others stay as they are. */
        readonly values: Readonly<Record<string, string>>;
      }
    /**
     * Removed where the value is one of these, in any letter case, which request what happens anyway; otherwise kept.
     */
    | { readonly kind: "drop"; readonly harmless: readonly string[] | "always" };
  readonly text: Localized;
}

/** For attributes whose every value requests what the new line does anyway. */
export const always = "always";

export function renamed(attribute: GoneAttribute, to: string): AttributeChange {
  const { name } = attribute;
  const text = { en: `${name} is called ${to}.`, ko: `${name}의 이름은 ${to}입니다.` };
  return { ...attribute, change: { kind: "rename", to }, text };
}

export function moved(
  attribute: GoneAttribute,
  target: Destination,
  to: string,
  values: Readonly<Record<string, string>> = {},
): AttributeChange {
  const { name } = attribute;
  const text =
    target.place === "child"
      ? {
          en: `${name} is read in ${target.element}${to === name ? "" : `, as ${to}`}.`,
          ko: `${josa(name, "은")} ${target.element} 요소에서${to === name ? "" : ` ${to} 속성으로`} 읽습니다.`,
        }
      : {
          en: `${name} is read one element further out.`,
          ko: `${josa(name, "은")} 바로 바깥 요소에서 읽습니다.`,
        };
  return { ...attribute, change: { kind: "move", target, to, values }, text };
}

export function dropped(
  attribute: GoneAttribute,
  harmless: readonly string[] | "always",
  text: Localized,
): AttributeChange {
  return { ...attribute, change: { kind: "drop", harmless }, text };
}

/** Classes that share settings. */
export const MANAGER_CLASSES = ["DeltaManager", "BackupManager", "StandardManager", "PersistentManager"];
export const CONTEXTS = ["StandardContext", "ReplicatedContext"];

export const RESOURCES: Destination = { place: "child", element: "Resources" };

export const LEAKS_GONE: Localized = {
  en: "Removed: the Java this Tomcat needs no longer has that leak.",
  ko: "제거했습니다. 이 Tomcat에 필요한 Java에는 그 누수가 없습니다.",
};

/** A protection of JreMemoryLeakPreventionListener that is obsolete with the Java a line requires. */
export function leak(gone: string, name: string): AttributeChange {
  return dropped(
    {
      gone,
      classes: ["JreMemoryLeakPreventionListener"],
      name,
      source: "Migration Guide 10.1, Internal APIs; JreMemoryLeakPreventionListener",
    },
    always,
    LEAKS_GONE,
  );
}
