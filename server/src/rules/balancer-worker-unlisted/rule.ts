import { suggest } from "../../base/suggest.ts";
import type { FrontFile, JkWorkers, Written } from "../../front/model.ts";
import type { ClusterRule, Fix } from "../rule.ts";

/**
 * mod_jk makes the workers of `worker.list` and no others: what a JkMount passes on to another name is answered with 500.
 *
 * Source: wc_open and build_worker_map (jk_worker.c), jk_handler (mod_jk.c), 1.2. Run with mod_jk 1.2.48 in front of two
 * Tomcats: each request got 500, for a name that is nowhere and for a member that is not in the list.
 */
export const rule: ClusterRule = {
  id: "balancer-worker-unlisted",
  group: "nodes",
  severity: "error",
  summary: {
    en: "JkMount names a worker of worker.list.",
    ko: "JkMount는 worker.list에 있는 worker를 씁니다.",
  },
  scope: "cluster",

  check({ fronts, mounting }, report) {
    const from = fronts.find(({ file }) => file.workers)?.file;
    if (!from?.workers) return;
    const { listed } = from.workers;
    for (const file of mounting) {
      for (const worker of file.mounts?.workers ?? []) {
        if (worker.text === undefined || listed.has(worker.text)) continue;
        report({
          file,
          at: worker.at,
          text: {
            en: `worker.list has no ${worker.text}, so mod_jk does not make it, and each of these requests is answered with 500. Write a name of the list.`,
            ko: `worker.list에 ${worker.text} 이름이 없어 mod_jk가 만들지 않으므로, 이 요청은 모두 500으로 응답합니다. 목록에 있는 이름을 쓰십시오.`,
          },
          fix: fixesOf(worker, worker.text, from, from.workers),
        });
      }
    }
  },
};

/** No server has more workers in its list. */
const MOST_COMPARED = 100;

function fixesOf(
  { at }: Written,
  name: string,
  from: FrontFile,
  { listed, described, list }: JkWorkers,
): readonly Fix[] {
  if (described.has(name)) {
    const title = { en: `Add ${name} to worker.list`, ko: `worker.list에 ${name} 추가` };
    return [{ title, edits: [], elsewhere: [{ file: from, edits: [list(name)] }] }];
  }
  // Each of any number of mounts would be held against all of them.
  const near = listed.size > MOST_COMPARED ? undefined : suggest(name, [...listed]);
  return near === undefined
    ? []
    : [{ title: { en: `Write ${near}`, ko: `${near} 이름으로 변경` }, edits: [{ span: at, newText: near }] }];
}
