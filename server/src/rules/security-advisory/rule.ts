import type { Localized } from "../../base/localized.ts";
import type { Span } from "../../base/span.ts";
import type { ConfigFile } from "../../config/file.ts";
import { TagSearch } from "../../config/tag-search.ts";
import { ADVISORIES, type Advisory, type AffectedRange, rangeAround } from "../../schema/advisories.ts";
import { type Line, lineFacts } from "../../schema/lines.ts";
import type { Release } from "../../schema/release.ts";
import { type FileRule, type Finding, SEVERITIES } from "../rule.ts";
import { CLASSES_WITH_NEEDS, componentNeeds, webNeeds } from "./needs.ts";

interface Applied {
  readonly advisory: Advisory;
  readonly range: AffectedRange;
}

/**
 * What is published against this release and what this file configures. An element gets one finding that names all of
 * its advisories, the worst first: one upgrade mends them.
 *
 * CVE-2026-29146 is said by encrypt-mode, because another algorithm mends it too. Source: the records in
 * schema/advisories.ts; CVE-2026-34486 was also run.
 */
export const rule: FileRule = {
  id: "security-advisory",
  aliases: ["encrypt-release", "cloud-token-release"],
  group: "security",
  severity: "warning",
  summary: {
    en: "A security advisory is published for this release and this configuration.",
    ko: "이 릴리스와 이 설정에 해당하는 보안 권고가 있습니다.",
  },
  files: ["server", "context", "web", "cluster", "container"],

  check(file, report) {
    const { line, release } = file.version;
    // The release number of a distribution's own build does not show its corrections.
    if (!release || file.version.rebuilt) return;
    for (const [at, needs] of placesIn(file)) {
      const applied = ADVISORIES.flatMap((advisory) => {
        const range = needs.includes(advisory.needs) ? rangeAround(advisory, release) : undefined;
        return range ? [{ advisory, range }] : [];
      }).sort((a, b) => rank(a) - rank(b));
      const [worst, ...others] = applied;
      if (worst) report(findingOf(at, [worst, ...others], release, line));
    }
  },
};

const affected = new TagSearch(({ className }) => className !== undefined && CLASSES_WITH_NEEDS.has(className));

function* placesIn(file: ConfigFile): Generator<readonly [Span, readonly Advisory["needs"][]]> {
  if (file.kind === "web") {
    yield* webNeeds(file.document);
    return;
  }
  for (const component of affected.in(file)) {
    const needs = componentNeeds(component);
    if (needs.length > 0) yield [component.spanOf("className"), needs];
  }
}

function rank({ advisory }: Applied): number {
  return SEVERITIES.indexOf(advisory.severity);
}

/** @param applied the advisories for this place, the worst first */
function findingOf(at: Span, applied: readonly [Applied, ...Applied[]], release: Release, line: Line): Finding {
  const { severity, text } = applied[0].advisory;
  const ids = applied.map(({ advisory }) => advisory.id);
  const todo = adviceFor(applied, line);
  const days = applied.map(({ advisory }) => advisory.published).sort();
  const published = days.at(-1);
  const until = days[0] === published ? { en: "", ko: "" } : { en: "by ", ko: "까지" };
  return {
    at,
    severity,
    advisories: ids,
    text: {
      en: `${ids.join(", ")}: ${text.en} Affects Tomcat ${release.text}, as published ${until.en}${published}. ${todo.en}`,
      ko: `${ids.join(", ")}: ${text.ko} Tomcat ${release.text} 버전이 해당합니다(${published}${until.ko} 공개 기준). ${todo.ko}`,
    },
  };
}

/** The release that corrects all of them, as far as the records name one. */
function adviceFor(applied: readonly Applied[], line: Line): Localized {
  const [last] = applied
    .filter(({ advisory }) => advisory.manual !== true)
    .map(({ range }) => range)
    .sort((a, b) => b.last.compare(a.last));
  if (!last) {
    return { en: "Use it in a closed network only.", ko: "외부와 차단된 네트워크에서만 사용하십시오." };
  }
  if (last.fixed !== undefined) {
    return { en: `Upgrade to ${last.fixed} or later.`, ko: `${last.fixed} 이상으로 업그레이드하십시오.` };
  }
  const { endOfLife, newest } = lineFacts(line);
  if (endOfLife !== undefined && last.last.compare(newest) >= 0) {
    return { en: `No ${line} release mends it.`, ko: `Tomcat ${line}에는 수정된 릴리스가 없습니다.` };
  }
  return {
    en: `Upgrade to a release after ${last.last.text}.`,
    ko: `${last.last.text} 다음 릴리스로 업그레이드하십시오.`,
  };
}
