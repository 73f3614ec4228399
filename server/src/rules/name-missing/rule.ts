import type { Localized } from "../../base/localized.ts";
import { Change } from "../../schema/change.ts";
import { doesNotStart } from "../outcomes.ts";
import type { ElementRule, Severity } from "../rule.ts";

interface Consequence {
  readonly severity: Severity;
  readonly text: Localized;
}

const NO_START: Consequence = {
  severity: "error",
  text: { en: "Tomcat does not start", ko: "Tomcat이 시작되지 않습니다" },
};
/** StandardContext.getNamingContextName keeps the names of all containers in a queue that takes no null from here on. */
const QUEUED = new Change("8.5.83", "9.0.66", "10.1.0");

/** NamingResourcesImpl keeps the names in a set that takes no null from here on. */
const NO_NULL = new Change("9.0.120", "10.1.57", "11.0.24");
/** The first releases in which it matters, of elements that do without a name before. */
const SINCE: Readonly<Record<string, Change>> = { Engine: QUEUED, LocalEjb: NO_NULL };

/** The consequence of a missing name, by element. */
const NAMED: Readonly<Record<string, Consequence>> = {
  Engine: {
    severity: "error",
    text: { en: "no application starts", ko: "어떤 애플리케이션도 시작되지 않습니다" },
  },
  Host: NO_START,
  Executor: {
    severity: "warning",
    text: { en: "no Connector can use it", ko: "어떤 Connector도 쓸 수 없습니다" },
  },
  Resource: NO_START,
  Environment: NO_START,
  ResourceLink: NO_START,
  ResourceEnvRef: NO_START,
  Ejb: NO_START,
  LocalEjb: NO_START,
  ServiceRef: NO_START,
  MessageDestinationRef: NO_START,
  Parameter: NO_START,
};

/**
 * Elements that are kept by their name stop Tomcat where they have none.
 *
 * Source: NamingContextListener, which binds each but a LocalEjb under its name, MapperListener.registerHost,
 * ApplicationParameter, 7.0 to 11.0; StandardContext.getNamingContextName, from 8.5.83, 9.0.66 and 10.1 on;
 * NamingResourcesImpl.entries, from 9.0.120, 10.1.57 and 11.0.24 on.
 */
export const rule: ElementRule = {
  id: "name-missing",
  group: "tomcat",
  severity: "error",
  summary: {
    en: "An Engine, a Host, an Executor and everything of JNDI needs a name.",
    ko: "Engine, Host, Executor와 모든 JNDI 항목에는 name이 필요합니다.",
  },
  elements: Object.keys(NAMED),

  check(component, report, file) {
    const consequence = NAMED[component.name];
    if (!consequence || component.has("name") || component.unfinished || file.template) return;
    const since = SINCE[component.name];
    if (since && since.isIn(file.version) !== true) return;
    const { severity } = consequence;
    const text = consequence === NO_START ? doesNotStart(file) : consequence.text;
    report({
      at: component.nameSpan,
      severity,
      text: {
        en: `This <${component.name}> has no name: ${text.en}. Write one.`,
        ko: `<${component.name}> 요소에 name이 없으면 ${text.ko}. name을 쓰십시오.`,
      },
    });
  },
};
