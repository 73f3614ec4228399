import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import { isSecretName } from "../base/secrets.ts";
import type { Edit } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { EffectiveObject } from "../config/effective/model.ts";
import { writtenAs } from "../config/effective/tree.ts";
import { classOf, sinceWhen } from "./differences.ts";
import { type Entry, nameOfVersion } from "./model.ts";
import { hasSameSettings, type Pair, pairsIn, type Sides } from "./pairs.ts";
import { DATED_DEFAULTS, datedDefault } from "./tables/defaults.ts";

/** Lists of ciphers are those of their release: a later one warns of words in them that it no longer knows. */
const OF_ITS_RELEASE: ReadonlySet<string> = new Set(["ciphers"]);

/** Old defaults, and what writes them down. */
export interface KeptDefaults {
  readonly entries: readonly Entry[];
  /** In the text after the move. */
  readonly edits: readonly Edit[];
}

/**
 * The old values of settings that have another default in the new Tomcat, as attributes. None for what the new Tomcat has
 * no attribute for, or is to lose, for what Tomcat adds by itself, and for holes that were closed: AJP without a secret.
 */
export function keptDefaults(sides: Sides): KeptDefaults {
  const entries: Entry[] = [];
  const edits: Edit[] = [];
  for (const { was, is, at } of pairsIn(sides)) {
    const component = is && writtenAs(is);
    if (!was || !is || !component || !hasSameSettings(was, is)) continue;
    for (const { name, value, now, source } of changedDefaults({ was, is, at }, component, sides)) {
      edits.push(component.setAttribute(name, value));
      entries.push({
        bucket: "changed",
        at,
        element: was.element,
        text: keptText(`${name}="${value}"`, now),
        since: sinceWhen(is.className, name, sides) ?? nameOfVersion(sides.after.version),
        source,
        names: [name],
      });
    }
  }
  return { entries, edits };
}

function keptText(written: string, now: string | undefined): Localized {
  return now === undefined
    ? {
        en: `${written} is written down: the default is another now.`,
        ko: `기본값이 바뀌어 ${josa(written, "을")} 적었습니다.`,
      }
    : {
        en: `${written} is written down: the default is "${now}" now.`,
        ko: `기본값이 ${josa(`"${now}"`, "으로")} 바뀌어 ${josa(written, "을")} 적었습니다.`,
      };
}

interface ChangedDefault {
  readonly name: string;
  readonly value: string;
  /** The new default, where it is known. */
  readonly now: string | undefined;
  readonly source: string;
}

function* changedDefaults(
  { was, is }: { readonly was: EffectiveObject; readonly is: EffectiveObject } & Pair,
  component: Component,
  sides: Sides,
): Generator<ChangedDefault> {
  const now = new Map(is.attributes.map((each) => [each.name, each]));
  for (const { name, value, origin } of was.attributes) {
    const next = now.get(name);
    if (origin !== "default" || next?.origin !== "default" || value === undefined || next.value === undefined) continue;
    if (value === next.value || component.has(name) || isSecretName(name) || OF_ITS_RELEASE.has(name)) continue;
    const facts = component.attributeFacts(name);
    if (facts && !facts.deprecated) yield { name, value, now: next.value, source: classOf(is, name) };
  }
  for (const dated of DATED_DEFAULTS) {
    const { attribute, earlier, source } = dated;
    if (earlier === undefined || component.has(attribute)) continue;
    if (datedDefault(dated, was, sides.before) !== false || datedDefault(dated, is, sides.after) !== true) continue;
    yield { name: attribute, value: earlier, now: undefined, source };
  }
}
