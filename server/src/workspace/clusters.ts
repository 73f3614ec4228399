import { groupBy } from "../base/group-by.ts";
import type { ConfigFile } from "../config/file.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";

/** No cluster: one array for all, so that snapshots compare equal. */
const NONE: readonly TomcatCluster[] = [];

/** The clusters of a workspace, and which of them a file is part of. */
export class Clusters {
  readonly all: readonly TomcatCluster[];
  #byFile: ReadonlyMap<ConfigFile, readonly { readonly cluster: TomcatCluster }[]> | undefined;
  readonly #known = new Map<ConfigFile, readonly TomcatCluster[]>();

  constructor(all: readonly TomcatCluster[]) {
    this.all = all;
  }

  /** The clusters that the Tomcat of a server.xml is a node of. */
  of(file: ConfigFile): readonly TomcatCluster[] {
    this.#byFile ??= groupBy(
      this.all.flatMap((cluster) => cluster.sites.map((site) => ({ cluster, file: site.file }))),
      (each) => each.file,
    );
    const known = this.#known.get(file);
    if (known) return known;
    const entries = this.#byFile.get(file);
    const found = entries ? [...new Set(entries.map(({ cluster }) => cluster))] : NONE;
    this.#known.set(file, found);
    return found;
  }
}
