import type { Component } from "../../config/component.ts";
import { Change as Since } from "../../schema/change.ts";
import { byHand, type ChangeFinder, changed, componentsOf } from "./change.ts";

/** From these releases on, suites of TLS 1.3 have a list of their own, and `ciphers` no longer restricts them. */
const OWN_LIST = new Since("9.0.114", "10.1.51", "11.0.16");

/** Suites of TLS 1.3 by their names; those of TLS 1.2 say `_WITH_`. */
const TLS_13 = /^TLS_(?!.*_WITH_)\w+$/;

/** Divides a list of ciphers that names suites of TLS 1.3 into two lists with the same meaning. */
export const cipherSuites: ChangeFinder = function* ({ file, step: { from, to } }) {
  if (OWN_LIST.isIn(from) === true || OWN_LIST.isIn(to) !== true) return;
  for (const component of componentsOf(file)) {
    if (component.name !== "SSLHostConfig" && component.name !== "Connector") continue;
    const written = component.attribute("ciphers")?.value?.text?.split(/[:, ]+/) ?? [];
    if (!written.some((each) => TLS_13.test(each))) continue;
    const why = {
      text: {
        en: "Suites of TLS 1.3 are named in cipherSuites of an SSLHostConfig; in ciphers they are added to all of that list's defaults.",
        ko: "TLS 1.3 암호 모음은 SSLHostConfig의 cipherSuites에 씁니다. ciphers에 쓰면 그 목록의 기본값 전체에 더해집니다.",
      },
      source: "SSLHostConfig.setCiphers and setCipherSuites, 9.0.114, 10.1.51 and 11.0.16",
      since: OWN_LIST.firstIn(to.line)?.text ?? to.line,
    };
    const at = component.attribute("ciphers")?.nameSpan ?? component.nameSpan;
    const lists = component.name === "SSLHostConfig" ? inTwo(component, written) : undefined;
    // For a Connector's own list, the step to 10.1 creates an SSLHostConfig first.
    if (!lists) yield byHand(at, component.name, why);
    else {
      const [ciphers, suites] = lists;
      const edits = [component.setAttribute("ciphers", ciphers), component.setAttribute("cipherSuites", suites)];
      yield changed(at, component.name, why, edits);
    }
  }
};

/** Both lists; undefined where one would be empty or exists already, or where the value is no plain list of names. */
function inTwo(component: Component, written: readonly string[]): readonly [string, string] | undefined {
  const suites = written.filter((each) => TLS_13.test(each));
  const ciphers = written.filter((each) => !TLS_13.test(each));
  const plain = ciphers.length > 0 && ciphers.every((each) => /^\w[\w-]*$/.test(each));
  return plain && !component.has("cipherSuites") ? [ciphers.join(":"), suites.join(":")] : undefined;
}
