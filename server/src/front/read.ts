import { sourceText } from "../base/source-text.ts";
import { readHaproxy } from "./haproxy.ts";
import { readHttpd } from "./httpd.ts";
import { readJkMountFile, readJkMounts, readJkWorkers } from "./jk-mounts.ts";
import type { Balancer, FrontFile, FrontProduct } from "./model.ts";
import { readNginx } from "./nginx.ts";
import { readWorkersFile } from "./workers.ts";

/** Longer texts are no configuration of a load balancer's; in characters. */
const LONGEST = 2_000_000;

/** What another tool writes before a balancer reads the text; `{%CC` stands in log formats of HAProxy. */
const TEMPLATE = /\{\{|\{%[-+]?[ \t]*[a-z]+[ \t]|<%|@[A-Z][A-Z0-9_]+@/;

/** What shows each product's language, in the order in which they are asked. */
const PRODUCTS: readonly {
  readonly product: FrontProduct;
  readonly shows: RegExp;
  readonly read: (text: string) => readonly Balancer[];
}[] = [
  { product: "httpd", shows: /^[ \t]*(?:BalancerMember|ProxyPass|JkWorkerProperty|JkMount)\s/im, read: readHttpd },
  { product: "mod_jk", shows: /^[ \t]*worker\.[\w.-]+\s*=/m, read: readWorkersFile },
  { product: "nginx", shows: /(?:^|[\s;{}])(?:upstream\s+\S+\s*\{|proxy_pass\s)/, read: readNginx },
  { product: "haproxy", shows: /^[ \t]*server\s+\S+\s+\S+/m, read: readHaproxy },
];

/** Reads a text by what is in it; undefined where it is of no load balancer, is a template, or names no backend. */
export function readFrontFile(path: string, text: string): FrontFile | undefined {
  if (text.length > LONGEST) return undefined;
  const mapped = readJkMountFile(path, text);
  if (mapped)
    return TEMPLATE.test(text) ? undefined : frontFile(path, text, { product: "httpd", balancers: [], mounts: mapped });
  for (const { product, shows, read } of PRODUCTS) {
    if (!shows.test(text)) continue;
    if (TEMPLATE.test(text)) return undefined;
    const balancers = read(text);
    const mounts = product === "httpd" ? readJkMounts(text) : undefined;
    if (balancers.length === 0 && !mounts) return undefined;
    const workers = product === "mod_jk" ? readJkWorkers(text) : undefined;
    return frontFile(path, text, { product, balancers, mounts, workers });
  }
  return undefined;
}

type Read = Pick<FrontFile, "product" | "balancers" | "mounts" | "workers">;

function frontFile(path: string, text: string, read: Read): FrontFile {
  const source = sourceText(path, text);
  return {
    path,
    text,
    ...read,
    get lines() {
      return source.lines;
    },
  };
}
