import type { Edit } from "../../base/span.ts";
import { connectorAt, type NodeConnector } from "../../config/front/connectors.ts";
import type { ClusterSite } from "../../config/site.ts";
import { isKnown, placeOfNode } from "../fronts.ts";
import type { ClusterRule, Fix } from "../rule.ts";

/** The attribute's names: the present one, and that of former releases. */
const NAMES = ["secret", "requiredSecret"] as const;

/**
 * An AJP Connector with a secret answers 403 to each request that does not bring it.
 *
 * Source: AjpProcessor.prepareRequest, 7.0 to 11.0; mod_proxy_ajp sends it since 2.4.42, mod_jk since 1.2.12.
 */
export const rule: ClusterRule = {
  id: "balancer-secret",
  group: "nodes",
  severity: "error",
  summary: {
    en: "A balancer must bring the secret of an AJP Connector.",
    ko: "로드 밸런서는 AJP Connector의 secret을 보내야 합니다.",
  },
  scope: "cluster",

  check({ fronts }, report) {
    for (const front of fronts) {
      for (const backend of front.backends) {
        if (!isKnown(backend) || backend.evidence === "rest") continue;
        const { member, site } = backend;
        const connector = connectorAt(site, member.port?.number);
        if (member.protocol !== "ajp" || connector?.protocol !== "ajp") continue;
        const secret = secretOf(connector);
        const brought = member.secret;
        if (!secret || (brought && brought.text === undefined) || brought?.text === secret.text) continue;
        report({
          file: front.file,
          at: brought?.at ?? member.at,
          text: brought
            ? {
                en: `This is not the secret of the AJP Connector of ${site.label}: it answers 403 to each request. Write the same on both sides.`,
                ko: `${site.label}의 AJP Connector와 secret이 달라 모든 요청에 403으로 응답합니다. 양쪽에 똑같이 쓰십시오.`,
              }
            : {
                en: `The AJP Connector of ${site.label} asks for a secret, and this member brings none: it answers 403 to each request. Write it here too.`,
                ko: `${site.label}의 AJP Connector는 secret을 요구하는데 이 멤버는 보내지 않아 모든 요청에 403으로 응답합니다. 여기에도 쓰십시오.`,
              },
          related: [placeOfNode(site, connector.component.spanOf(secret.name))],
          fix: [
            ...takenOver(member.set("secret", secret.text)),
            ...givenBack(site, connector, secret.name, brought?.text),
          ],
        });
      }
    }
  },
};

/** Titles never contain the secret. */
function takenOver(edit: Edit | undefined): readonly Fix[] {
  if (!edit) return [];
  return [
    {
      title: { en: "Write the Connector's secret here", ko: "Connector의 secret을 여기에 쓰기" },
      edits: [edit],
      writesSecret: true,
    },
  ];
}

function givenBack(
  { file, label }: ClusterSite,
  { component }: NodeConnector,
  name: string,
  secret: string | undefined,
): readonly Fix[] {
  // A placeholder keeps the secret out of the file.
  if (!secret || component.written(name) !== component.text(name)) return [];
  return [
    {
      title: { en: `Write this secret to ${label}`, ko: `이 secret을 ${label}에 쓰기` },
      edits: [],
      elsewhere: [{ file, edits: [component.setAttribute(name, secret)] }],
      writesSecret: true,
    },
  ];
}

/** The secret a Connector asks for; undefined where it has none, or where it cannot be known. */
function secretOf({ component }: NodeConnector): { readonly name: string; readonly text: string } | undefined {
  for (const name of NAMES) {
    if (!component.has(name) || component.attributeFacts(name) === undefined) continue;
    const text = component.text(name);
    return text ? { name, text } : undefined;
  }
  return undefined;
}
