import { josa } from "../../base/josa.ts";
import type { Component } from "../../config/component.ts";
import { hasLostTag } from "../../config/lost-tags.ts";
import { InElement } from "../../config/tag-search.ts";
import { setTo } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/**
 * Requests for a host that no Host is called go to the defaultHost; where that is none, they are refused.
 *
 * Names and aliases count, in any letter case. Source: MapperListener.findDefaultHost, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "default-host",
  group: "tomcat",
  severity: "warning",
  summary: {
    en: "An Engine's defaultHost must be the name or alias of one of its Hosts.",
    ko: "Engine의 defaultHost는 그 안에 있는 Host의 이름이나 별칭이어야 합니다.",
  },
  elements: ["Engine"],

  check(engine, report, file) {
    // Hosts may come from another file.
    if (file.template || engine.unfinished || file.hasDoctype) return;
    const hosts = engine.childrenNamed("Host");
    const names = hosts.flatMap((host) => namesOf.of(host, file));
    if (hosts.length === 0 || names.includes(undefined)) return;
    const name = engine.text("defaultHost");
    if (name === undefined && engine.has("defaultHost")) return;
    if (names.some((each) => each?.toLowerCase() === name?.toLowerCase())) return;
    if (hasLostTag(engine)) return;
    const only = hosts.length === 1 ? hosts[0]?.text("name") : undefined;
    report({
      at: engine.spanOf("defaultHost"),
      text: name
        ? {
            en: `No Host is called "${name}": requests for unknown hosts and without one are refused. Name one of the Hosts.`,
            ko: `${josa(`"${name}"`, "이라는")} Host가 없어, 알 수 없는 호스트에 대한 요청과 호스트가 없는 요청이 거부됩니다. 있는 Host의 이름을 쓰십시오.`,
          }
        : {
            en: "Without defaultHost, requests for hosts that no Host is called are refused. Name one of the Hosts.",
            ko: "defaultHost가 없으면 알 수 없는 호스트에 대한 요청이 거부됩니다. 있는 Host의 이름을 쓰십시오.",
          },
      ...(only ? { fix: setTo(engine, "defaultHost", only) } : {}),
    });
  },
};

/** The name and the aliases of a Host; of each undefined where it is not known. */
const namesOf = new InElement((host): readonly (string | undefined)[] => [
  host.text("name"),
  ...host.childrenNamed("Alias").map((alias) => contentOf(alias)),
]);

/** The text of an element; undefined where it is not plain. */
function contentOf({ element, texts }: Component): string | undefined {
  const content = element.endTag ? (texts[0]?.written ?? "") : "";
  return element.content.some(({ kind }) => kind !== "text") || /[&$]/.test(content) ? undefined : content;
}
