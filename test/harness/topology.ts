import type { Locale } from "../../server/src/base/localized.ts";
import type { Topology } from "../../server/src/topology/model.ts";
import { readTopologies } from "../../server/src/topology/read.ts";
import { workspaceOf } from "./workspace.ts";

/** The clusters of files in memory, for Tomcat 9.0. */
export function topologiesOf(files: ReadonlyMap<string, string>, locale: Locale = "en"): Promise<readonly Topology[]> {
  return readTopologies(workspaceOf(files, "9.0"), { locale, uriOf: (path) => path });
}

/** A topology in short lines: groups, links (`→` whole, `⇥` one that ends, `✕` none either way), addresses of no node. */
export function said({ nodes, groups, links, strangers }: Topology): readonly string[] {
  const name = (index: number) => nodes[index]?.name ?? "?";
  return [
    ...groups.map(({ kind, members }) => `${kind}: ${members.map(name).join(" ")}`),
    ...links.map(({ from, to, mutual, problems, place }) => {
      const sign = problems.length === 0 ? "→" : mutual ? "✕" : "⇥";
      const codes = [...new Set(problems.map(({ code }) => code))].map((code) => ` ${code}`).join("");
      const folder = place.path.replace("/conf/server.xml", "");
      return `${name(from)} ${sign} ${name(to)}${codes} at ${folder}:${place.range.start.line + 1}`;
    }),
    ...strangers.map(({ address, listedBy }) => {
      return `${address} is nobody, listed by ${listedBy.map(({ node }) => name(node)).join(" ")}`;
    }),
  ];
}
