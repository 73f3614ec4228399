import { josa } from "../../base/josa.ts";
import { ENCRYPT } from "../../config/classes.ts";
import { ofClass } from "../../config/cluster.ts";
import type { ConfigFile } from "../../config/file.ts";
import type { ClusterSite } from "../../config/site.ts";
import { ENCRYPTED_FORM } from "../../schema/wire-forms.ts";
import { channelSpan, differing } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * The form of encrypted messages changed: nodes before and after cannot read each other. All of 7.0 and 8.5 send the old
 * one.
 *
 * Source: EncryptInterceptor of 9.0.119, 10.1.56 and 11.0.23 against the releases before.
 */
export const rule: ClusterRule = {
  id: "encrypt-across-releases",
  group: "nodes",
  severity: "error",
  summary: {
    en: "EncryptInterceptor of releases before and after 9.0.119, 10.1.56 and 11.0.23 cannot talk to each other.",
    ko: "9.0.119, 10.1.56, 11.0.23 전후의 EncryptInterceptor는 서로 통신할 수 없습니다.",
  },
  scope: "cluster",
  breaksLink: "both-ways",

  check({ sites }, report) {
    differing(sites, report, {
      valueOf: formOf,
      at: (site) => site.interceptor(ENCRYPT)?.spanOf("className") ?? channelSpan(site),
      finding: ({ file }, _, other) => ({
        text: {
          en: `Encryption of ${nameOf(file)} here and ${nameOf(other.file)} on ${other.label} cannot talk. Update all nodes at once.`,
          ko: `여기 ${nameOf(file)}의 암호화는 ${other.label}의 ${josa(nameOf(other.file), "과")} 통신할 수 없습니다. 한 번에 업그레이드하십시오.`,
        },
      }),
    });
  },
};

/** `9.0.70`, or the line where the release is not known. */
function nameOf({ version }: ConfigFile): string {
  return version.release?.text ?? version.line;
}

function formOf({ interceptors, file }: ClusterSite): string | undefined {
  const { version } = file;
  if (!version.release || ofClass(interceptors, ENCRYPT).length === 0) return undefined;
  return ENCRYPTED_FORM.isIn(version) ? "after" : "before";
}
