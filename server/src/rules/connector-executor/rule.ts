import type { ElementRule } from "../rule.ts";

/**
 * A Connector whose executor is not there, or is made only below it, works with threads of its own.
 *
 * Source: ConnectorCreateRule.begin, 7.0 to 11.0, which asks the Service while the file is read.
 */
export const rule: ElementRule = {
  id: "connector-executor",
  group: "tomcat",
  severity: "warning",
  summary: {
    en: "A Connector's executor must be the name of an Executor above it.",
    ko: "Connector의 executor는 위쪽에 있는 Executor의 이름이어야 합니다.",
  },
  elements: ["Service"],

  check(service, report, file) {
    // Executors may come from another file.
    if (file.template || file.hasDoctype) return;
    const executors = service.childrenNamed("Executor");
    if (executors.some((each) => each.has("name") && each.text("name") === undefined)) return;
    // The first of each name, which is the one above the others.
    const first = new Map(executors.toReversed().map((each) => [each.text("name"), each]));
    for (const connector of service.childrenNamed("Connector")) {
      const name = connector.text("executor");
      if (name === undefined) continue;
      const below = first.get(name);
      if (below && below.element.span.start < connector.element.span.start) continue;
      report({
        at: connector.spanOf("executor"),
        text: below
          ? {
              en: `Executor "${name}" stands below: Tomcat does not see it yet, and this Connector uses threads of its own. Move it above.`,
              ko: `"${name}" Executor가 아래에 있어 Tomcat이 아직 알지 못하고, 이 Connector는 자체 스레드를 사용합니다. 위로 옮기십시오.`,
            }
          : {
              en: `This Service has no Executor "${name}": Tomcat says nothing, and this Connector uses threads of its own.`,
              ko: `이 Service에는 "${name}" Executor가 없습니다. Tomcat은 경고 없이 이 Connector에 자체 스레드를 사용합니다.`,
            },
        ...(below
          ? {
              related: [{ file, at: below.spanOf("name"), text: { en: "The Executor.", ko: "그 Executor입니다." } }],
              fix: {
                title: { en: "Move the Executor above", ko: "Executor를 위로 이동" },
                edits: below.moveBefore(connector),
              },
            }
          : {}),
      });
    }
  },
};
