import { touches } from "../../base/span.ts";
import { elementMentions } from "./elements.ts";
import { type Mention, type NameSources, sameThing } from "./mention.ts";
import { nodeMentions } from "./nodes.ts";
import { propertyMentions } from "./properties.ts";

export type { Mention, NameKind, NameSources, XmlSource } from "./mention.ts";
export { idKey } from "./nodes.ts";

/** Every place where something of one Tomcat, or of the clusters it is a node of, has its name or is named. */
export class References {
  readonly all: readonly Mention[];

  constructor(sources: NameSources) {
    this.all = [...propertyMentions(sources), ...elementMentions(sources), ...nodeMentions(sources)];
  }

  /** What is named at an offset of a file: the innermost, so that `${port}` in a value comes before the value. */
  at(path: string, offset: number): Mention | undefined {
    let found: Mention | undefined;
    for (const each of this.all) {
      if (each.file.path !== path || !touches(each.at, offset)) continue;
      if (!found || each.at.end - each.at.start < found.at.end - found.at.start) found = each;
    }
    return found;
  }

  /** All places of the same thing, definitions first. */
  of(mention: Mention): readonly Mention[] {
    const seen = new Set<string>();
    const same = this.all.filter((each) => {
      const place = `${each.at.start} ${each.file.path}`;
      if (!sameThing(each, mention) || seen.has(place)) return false;
      seen.add(place);
      return true;
    });
    return [...same.filter(({ defines }) => defines), ...same.filter(({ defines }) => !defines)];
  }
}
