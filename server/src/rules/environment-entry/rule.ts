import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import type { ConfigFile } from "../../config/file.ts";
import { asciiDigits } from "../../config/values.ts";
import { takenForTrue } from "../booleans.ts";
import { setTo } from "../fixes.ts";
import { doesNotStart } from "../outcomes.ts";
import type { ElementRule } from "../rule.ts";

/** The number of bits of Java's integer types. */
const WHOLE: Readonly<Record<string, bigint>> = {
  "java.lang.Byte": 8n,
  "java.lang.Short": 16n,
  "java.lang.Integer": 32n,
  "java.lang.Long": 64n,
};
const FLOATING: ReadonlySet<string> = new Set(["java.lang.Double", "java.lang.Float"]);

/** The classes of java.lang that an entry may have, by common spellings: without package, in any letter case. */
const SHORT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["Boolean", "Byte", "Character", "Double", "Float", "Integer", "Long", "Short", "String"].map((name) => [
      name.toLowerCase(),
      `java.lang.${name}`,
    ]),
  ),
  int: "java.lang.Integer",
  char: "java.lang.Character",
};

/**
 * An Environment without a type stops what it stands in; one of an unknown type, or with a value that is not of its
 * type, is left out.
 *
 * Source: NamingContextListener.addEnvironment, 7.0 to 11.0 (Byte.decode and its kin, Boolean.valueOf, a Character of one letter).
 */
export const rule: ElementRule = {
  id: "environment-entry",
  group: "tomcat",
  severity: "warning",
  summary: {
    en: "An Environment needs a type, and a value of that type.",
    ko: "Environment에는 type과 그 type에 맞는 value가 필요합니다.",
  },
  elements: ["Environment"],

  check(entry, report, file) {
    // An entry with a lookupName needs neither.
    if (entry.unfinished || entry.has("lookupName") || !entry.has("name")) return;
    if (!entry.has("type")) {
      if (!file.template) report({ at: entry.nameSpan, severity: "error", text: withoutType(file) });
      return;
    }
    const type = entry.text("type");
    const full = type && SHORT[type.toLowerCase().replace(/^java\.lang\./, "")];
    if (full !== undefined && full !== type) {
      report({
        at: entry.spanOf("type"),
        text: {
          en: `Java has no class ${type}: Tomcat leaves this entry out. Write ${full}.`,
          ko: `Java에는 ${type} 클래스가 없어 Tomcat이 이 항목을 빼고 시작합니다. ${josa(full, "으로")} 쓰십시오.`,
        },
        fix: setTo(entry, "type", full),
      });
      return;
    }
    if (type === "java.lang.String" && !entry.has("value") && !file.template) {
      report({
        at: entry.nameSpan,
        text: {
          en: "A String without a value is left out, and no log says so: who looks it up finds nothing. Write a value.",
          ko: "값이 없는 String 항목은 로그도 없이 빠지므로 찾는 쪽에서 아무것도 얻지 못합니다. value를 쓰십시오.",
        },
      });
      return;
    }
    const notTrue = type === "java.lang.Boolean" ? takenForTrue(entry, "value") : undefined;
    if (notTrue) report(notTrue);
    const value = entry.text("value");
    if (type === undefined || value === undefined || fits(type, value)) return;
    report({
      at: entry.spanOf("value"),
      text: {
        en: `"${value}" is no ${type}: Tomcat leaves this entry out, and whoever looks it up finds nothing.`,
        ko: `"${value}" 값은 ${type} 형식이 아닙니다. Tomcat이 이 항목을 빼고 시작하므로 찾는 쪽에서는 아무것도 얻지 못합니다.`,
      },
    });
  },
};

function withoutType(file: ConfigFile): Localized {
  const { en, ko } = doesNotStart(file);
  return {
    en: `This <Environment> has no type: ${en}. Write one, such as java.lang.String.`,
    ko: `이 <Environment> 요소에 type이 없어 ${ko}. java.lang.String 같은 type을 쓰십시오.`,
  };
}

/** False where Java cannot convert the text to this type; true for unknown types. */
function fits(type: string, value: string): boolean {
  const bits = WHOLE[type];
  if (bits !== undefined) {
    const number = decoded(value);
    return number !== undefined && number >= -(2n ** (bits - 1n)) && number < 2n ** (bits - 1n);
  }
  if (FLOATING.has(type)) return FLOATING_POINT.test(value.trim());
  return type !== "java.lang.Character" || value.length === 1;
}

/** The texts that Double.valueOf accepts, except hexadecimal ones, which are not reported. */
const FLOATING_POINT = /^[+-]?(?:NaN|Infinity|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?|0[xX].*)$/;

/** A number as Long.decode reads it: decimal, `0x`, `#` or octal with a leading 0, a sign before it. */
function decoded(text: string): bigint | undefined {
  const [, sign, hex, octal, decimal] = /^([+-]?)(?:(?:0[xX]|#)([\da-fA-F]+)|0([0-7]+)|(\p{Nd}+))$/u.exec(text) ?? [];
  const digits = hex === undefined ? (octal === undefined ? decimal : `0o${octal}`) : `0x${hex}`;
  if (digits === undefined || (decimal?.startsWith("0") && decimal.length > 1)) return undefined;
  const number = BigInt(asciiDigits(digits));
  return sign === "-" ? -number : number;
}
