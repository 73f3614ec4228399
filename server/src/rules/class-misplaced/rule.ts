import { simpleNameOf } from "../../schema/catalog.ts";
import type { ElementRule } from "../rule.ts";

/**
 * A known class that does not fit its element stops Tomcat (`argument type mismatch`); some fit and are dropped silently.
 *
 * Source: SetNextRule.end, 7.0 to 11.0; SimpleTcpCluster.addValve for valves that are no ClusterValve.
 */
export const rule: ElementRule = {
  id: "class-misplaced",
  group: "structure",
  severity: "error",
  summary: {
    en: "A class of another kind than its element stops Tomcat at start.",
    ko: "요소에 맞지 않는 종류의 클래스를 지정하면 Tomcat이 시작되지 않습니다.",
  },
  elements: "*",

  *check(component) {
    const { facts, type } = component;
    const className = component.text("className");
    if (className === undefined || !facts?.takesClassName || !type || facts.classes.length === 0) return;
    const at = component.spanOf("className");
    const name = simpleNameOf(className);
    if (facts.classesDropped.includes(className)) {
      yield {
        at,
        severity: "warning",
        text: {
          en: `Tomcat drops ${name} here without a word. Move the <${component.name}> out of the Cluster, into Host or Engine.`,
          ko: `Tomcat은 여기의 ${name}을(를) 아무 말 없이 버립니다. <${component.name}>을(를) Cluster 밖의 Host나 Engine으로 옮기십시오.`,
        },
      };
    } else if (!facts.classes.includes(className) || facts.classesThatAbort.includes(className)) {
      const fits = facts.classes.filter((each) => !facts.classesThatAbort.includes(each)).map(simpleNameOf);
      const choice = fits.slice(0, 3).join(", ");
      yield {
        at,
        text: {
          en: `${name} does not fit <${component.name}>: Tomcat does not start. ${choice} would fit.`,
          ko: `${name}은(는) <${component.name}>에 맞지 않아 Tomcat이 시작되지 않습니다. ${choice} 등을 쓰십시오.`,
        },
      };
    }
  },
};
