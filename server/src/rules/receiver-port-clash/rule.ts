import { RECEIVERS } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ComponentRule } from "../rule.ts";

/** Every address of the machine. */
const ANY = /^(0\.0\.0\.0|::|\[::\])$/;

/**
 * Connectors open their ports before the cluster does, so a Receiver of the same port is the one that fails.
 *
 * Source: ReceiverBase.bind (autoBind tries) and AbstractEndpoint.init (bindOnInit), 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "receiver-port-clash",
  group: "receiver",
  severity: "error",
  summary: {
    en: "The Receiver's port must not be a Connector's.",
    ko: "Receiver의 포트는 Connector의 포트와 달라야 합니다.",
  },
  target: RECEIVERS,

  *check(receiver, file) {
    const port = receiver.number("port");
    const server = receiver.ancestor("Server");
    const tries = receiver.number("autoBind");
    if (port === undefined || tries === undefined || !server) return;
    const connector = server
      .childrenNamed("Service")
      .flatMap((service) => service.childrenNamed("Connector"))
      .find((each) => each.number("port") === port && each.boolean("bindOnInit") !== false && meet(each, receiver));
    if (!connector) return;
    const alone = tries <= 1;
    yield {
      at: receiver.spanOf("port"),
      severity: alone ? "error" : "warning",
      text: alone
        ? {
            en: `A Connector has port ${port}: Tomcat does not start. Give the Receiver another port.`,
            ko: `Connector가 ${port} 포트를 쓰므로 Tomcat이 시작되지 않습니다. Receiver에 다른 포트를 지정하십시오.`,
          }
        : {
            en: `A Connector has port ${port}: the Receiver takes the next free one without a word. Give it a port of its own.`,
            ko: `Connector가 ${port} 포트를 쓰므로 Receiver가 말없이 다음 빈 포트를 씁니다. 별도의 포트를 지정하십시오.`,
          },
      related: [{ file, at: connector.spanOf("port"), text: { en: "The Connector.", ko: "Connector입니다." } }],
    };
  },
};

/** True when both certainly listen on one address. */
function meet(connector: Component, receiver: Component): boolean {
  if (!connector.has("address")) return true;
  const [one, other] = [connector.text("address"), receiver.text("address")];
  if (one === undefined) return false;
  return ANY.test(one) || (other !== undefined && (ANY.test(other) || one === other));
}
