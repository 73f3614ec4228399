import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { STATIC_MEMBER } from "../../config/classes.ts";
import { bytesOf, ID_LENGTH, idFor, isByte } from "../../config/unique-ids.ts";
import { behindPlaceholder, setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * uniqueId is 16 signed bytes behind a brace, separated by commas without blanks; anything else leaves an id of zeros.
 *
 * Range of each: -128 to 127. Source: Arrays.fromString and StaticMember.setUniqueId, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "unique-id-invalid",
  group: "membership",
  severity: "warning",
  summary: {
    en: "uniqueId must be 16 bytes from -128 to 127, like {1,2,…,16}.",
    ko: "uniqueId는 {1,2,…,16}처럼 -128~127의 바이트 16개여야 합니다.",
  },
  ofValue: true,
  target: STATIC_MEMBER,

  check(member, report, _file, clusters) {
    const id = member.text("uniqueId");
    if (id === undefined) return;
    const parts = id
      .trim()
      .replace(/^\{|\}$/g, "")
      .split(",");
    if (bytesOf(id)) return;
    const fault = faultOf(id, parts);
    const numbers = parts.map((part) => Number(part.trim()));
    const mendable = numbers.length === ID_LENGTH && parts.every((part) => /^\s*-?\d+\s*$/.test(part));
    const isBytes = mendable && numbers.every((value) => value >= -128 && value <= 255);
    const signed = `{${numbers.map((value) => (value > 127 ? value - 256 : value)).join(",")}}`;
    // Nothing of an id that is not made of bytes can be kept.
    const mended = isBytes ? signed : behindPlaceholder(member, "uniqueId") ? undefined : idFor(member, clusters());
    report({
      at: member.spanOf("uniqueId"),
      text: {
        en: `Tomcat drops this uniqueId (${fault.en}) and uses zeros. Write ${ID_LENGTH} bytes: {1,2,…,16}.`,
        ko: `Tomcat이 이 uniqueId를 버리고(${fault.ko}) 0으로 채웁니다. {1,2,…,16}처럼 ${ID_LENGTH}바이트로 쓰십시오.`,
      },
      fix: mended === undefined ? [] : [setTo(member, "uniqueId", mended)],
    });
  },
};

function faultOf(id: string, parts: readonly string[]): Localized {
  if (!id.trim().startsWith("{")) return { en: "no braces", ko: "중괄호가 없음" };
  if (id.trim() !== id || parts.some((part) => part.trim() !== part)) return { en: "it has blanks", ko: "공백이 있음" };
  const wrong = parts.find((part) => part !== "" && !isByte(part));
  if (wrong !== undefined) return { en: `${wrong} is no byte`, ko: `${josa(wrong, "은")} 바이트가 아님` };
  const count = parts.filter((part) => part !== "").length;
  return { en: `${count} bytes`, ko: `${count}바이트` };
}
