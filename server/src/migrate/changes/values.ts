import { Change as Since } from "../../schema/change.ts";
import { byHand, type ChangeFinder, changed, componentsOf, leadsTo } from "./change.ts";

/** From this release on, zero is a limit; in earlier ones it means no limit. */
const ZERO_LIMITS = new Since("7.0.63");

/** Values whose meaning changes: a maxPostSize of zero, which early releases of 7.0 take for no limit. */
export const values: ChangeFinder = function* ({ file, step }) {
  const was = ZERO_LIMITS.isIn(step.from);
  if (was === true || ZERO_LIMITS.isIn(step.to) !== true) return;
  for (const connector of componentsOf(file)) {
    if (connector.name !== "Connector" || connector.number("maxPostSize") !== 0) continue;
    const why = {
      text: {
        en: "maxPostSize of zero was no limit and is a limit of zero; -1 is none.",
        ko: "maxPostSize 0은 제한 없음이었지만 이제 0바이트 제한입니다. -1이 제한 없음입니다.",
      },
      source: "Request.parseParameters, 7.0.63 and 8.0.24; Migration Guide 8.0, notable changes",
      since: leadsTo(step, "8.5.0") ? "8.5.0" : "7.0.63",
    };
    const at = connector.spanOf("maxPostSize");
    if (was === undefined) yield byHand(at, "Connector", why);
    else yield changed(at, "Connector", why, [connector.setAttribute("maxPostSize", "-1")]);
  }
};
