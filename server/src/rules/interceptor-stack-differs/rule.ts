import { josa } from "../../base/josa.ts";
import { ENCRYPT, FRAGMENTATION, GZIP, ORDER_INTERCEPTOR, TWO_PHASE } from "../../config/classes.ts";
import { allKnown, ofClass } from "../../config/cluster.ts";
import type { ClusterSite } from "../../config/site.ts";
import { channelSpan, differing } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/** Interceptors that change messages, so that the other side must reverse the change. */
const CHANGING = [ENCRYPT, GZIP, FRAGMENTATION, ORDER_INTERCEPTOR, TWO_PHASE];

/**
 * Messages that one node encrypts, compresses, cuts or numbers must be restored by the others, in the same order.
 *
 * Source: the interceptors' sendMessage and messageReceived, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "interceptor-stack-differs",
  group: "nodes",
  severity: "error",
  summary: {
    en: "Interceptors that change messages must stand on all nodes, in the same order.",
    ko: "메시지를 바꾸는 Interceptor는 모든 노드에 같은 순서로 있어야 합니다.",
  },
  scope: "cluster",
  breaksLink: "one-way",

  check({ sites }, report) {
    differing(sites, report, {
      valueOf: stackOf,
      at: (site) => site.interceptor(...CHANGING)?.spanOf("className") ?? channelSpan(site),
      finding: (_, own, other, value) => ({
        text: {
          en: `This node sends through ${say(own).en}, ${other.label} through ${say(value).en}: at least one cannot read what the other sends. Use the same.`,
          ko: `이 노드는 ${say(own).ko}, ${josa(other.label, "은")} ${say(value).ko} 보내므로 적어도 한쪽은 상대의 메시지를 읽지 못합니다. 같게 하십시오.`,
        },
      }),
    });
  },
};

/** `Encrypt, Gzip` from top to bottom; undefined where a third party's interceptor may change messages too. */
function stackOf({ interceptors, known }: ClusterSite): string | undefined {
  if (!known || !allKnown(interceptors)) return undefined;
  const names = ofClass(interceptors, ...CHANGING).map(({ className = "" }) =>
    className.slice(className.lastIndexOf(".") + 1).replace(/Interceptor$/, ""),
  );
  return names.join(", ");
}

function say(stack: string): { readonly en: string; readonly ko: string } {
  return stack === ""
    ? { en: "no such interceptor", ko: "그런 Interceptor 없이" }
    : { en: stack, ko: `${josa(stack, "을")} 거쳐` };
}
