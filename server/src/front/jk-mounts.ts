import { span } from "../base/span.ts";
import { CONDITIONAL, httpdDirectives } from "./httpd-syntax.ts";
import type { JkMounts, JkWorkers, Written } from "./model.ts";
import { type Directive, everyDirective } from "./tokens.ts";
import { workersDirectives } from "./workers-syntax.ts";

/**
 * What a file of httpd's passes on to mod_jk; undefined where it passes nothing on.
 *
 * Source: jk_mount_context of mod_jk.c, 1.2: `JkMount /path worker`, and `JkMount worker` in a Location.
 */
export function readJkMounts(text: string): JkMounts | undefined {
  if (!/JkMount/i.test(text)) return undefined;
  const workers: Written[] = [];
  let from: string | undefined;
  let ownWorkers = false;
  for (const { directive, around } of everyDirective(httpdDirectives(text))) {
    if (!around.every(isRead)) continue;
    const name = directive.name.text.toLowerCase();
    const [first, second] = directive.args;
    if (name === "jkmount") {
      const worker = second ?? first;
      // Options of the mount follow a semicolon.
      const written = worker?.text.split(";", 1)[0] ?? "";
      if (worker) workers.push({ text: written.includes("${") ? undefined : written, at: worker.at });
    } else if (name === "jkworkersfile" && first) {
      from = first.text.slice(first.text.lastIndexOf("/") + 1);
    } else if (name === "jkworkerproperty") {
      ownWorkers = true;
    }
  }
  return workers.length === 0 ? undefined : { workers, from, ownWorkers };
}

/** False for a section that is read, if at all, elsewhere or under a condition that no file tells. */
function isRead({ name, args: [of] }: Directive): boolean {
  const section = name.text.toLowerCase();
  if (section === "<ifmodule") return /^"?(?:mod_jk\.c|jk_module)"?$/.test(of?.text ?? "");
  return section !== "<macro" && !CONDITIONAL.has(section);
}

/** The name of a file of mounts: httpd has any name in JkMountFile, but this one is in every manual. */
const MOUNT_FILE = /(?:^|\/)uriworkermap[\w.-]*\.properties$/i;

/**
 * What a file of JkMountFile passes on: `/path=worker;options`. A line with `!` or `-` takes something out.
 *
 * Source: uri_worker_map_load and uri_worker_map_add of jk_uri_worker_map.c, 1.2.
 */
export function readJkMountFile(path: string, text: string): JkMounts | undefined {
  if (!MOUNT_FILE.test(path)) return undefined;
  const workers = workersDirectives(text).flatMap(({ name, args: [value] }): readonly Written[] => {
    const worker = /^[\w.-]+/.exec(value?.text ?? "")?.[0];
    if (!value || worker === undefined || !/^\s*(?:;|$)/.test(value.text.slice(worker.length))) return [];
    if (!name.text.startsWith("/")) return [];
    return [{ text: worker, at: span(value.at.start, value.at.start + worker.length) }];
  });
  return workers.length === 0 ? undefined : { workers, from: undefined, ownWorkers: false };
}

/** The workers of a workers.properties; undefined where it has no list, or one that a variable fills in. */
export function readJkWorkers(text: string): JkWorkers | undefined {
  const listed = new Set<string>();
  const described = new Set<string>();
  let end: number | undefined;
  for (const { name, args } of workersDirectives(text)) {
    const [value] = args;
    if (name.text === "worker.list" && value) {
      if (value.text.includes("$(")) return undefined;
      for (const each of value.text.split(/[\s,]+/)) if (each !== "") listed.add(each);
      end = value.at.end;
    }
    const own = /^worker\.(.+)\.[^.]+$/.exec(name.text)?.[1];
    if (own !== undefined) described.add(own);
  }
  const at = end;
  if (at === undefined) return undefined;
  return { listed, described, list: (worker) => ({ span: span(at, at), newText: `,${worker}` }) };
}
