import { josa } from "../../base/josa.ts";
import type { Locale, Localized } from "../../base/localized.ts";
import { printableJson, printableXml } from "../../base/printable.ts";
import { problemsOf } from "../../syntax/problems.ts";
import type { ConfigFile } from "../file.ts";
import { nodeLabel } from "../site.ts";
import { differingBetween } from "./between.ts";
import type { EffectiveObject } from "./model.ts";
import { type Printed, type PrintOptions, printEffectiveXml } from "./print.ts";
import { type Stand, withoutSecrets } from "./secrets.ts";
import { effectiveOf } from "./tree.ts";
import { type EffectiveView, seenIn } from "./view.ts";

export interface DocumentOptions extends PrintOptions {
  /** What is shown of a secret; absent where secrets are shown. */
  readonly secrets?: Stand | undefined;
  /** What is shown; everything without it. */
  readonly view?: EffectiveView;
  /** Only what is otherwise than with this file is shown of the view. */
  readonly against?: ConfigFile | undefined;
}

/** What Tomcat runs with a file, as XML; undefined for files of which it makes no objects. */
export function effectiveXml(file: ConfigFile, options: DocumentOptions): string | undefined {
  return effectiveDocument(file, options)?.text;
}

/** The same with the lines of what stands in it. */
export function effectiveDocument(file: ConfigFile, options: DocumentOptions): Printed | undefined {
  const { locale, secrets, view = "all" } = options;
  const root = shownOf(file, secrets);
  if (!root) return undefined;
  const seen = shownPart(root, options);
  const heading = [...headingOf(file, root, locale)];
  if (view !== "all") heading.push(VIEWS[view][seen ? "shown" : "nothing"][locale]);
  const { text, objects } = printEffectiveXml(seen ?? bare(root), heading, options);
  return { text: printableXml(text), objects };
}

function shownPart(root: EffectiveObject, { view = "all", against, secrets }: DocumentOptions) {
  const seen = seenIn(view, root);
  const other = against && shownOf(against, secrets);
  if (!other) return seen;
  const both = differingBetween(seen ?? bare(root), seenIn(view, other) ?? bare(other));
  return both?.[0];
}

/** A document needs a root, also where nothing is shown of it. */
function bare(root: EffectiveObject): EffectiveObject {
  return { ...root, attributes: [], lost: [], children: [], dropped: [], notes: [] };
}

/** What the document says of a view that leaves something out. */
const VIEWS: Readonly<Record<Exclude<EffectiveView, "all">, Readonly<Record<"shown" | "nothing", Localized>>>> = {
  cluster: {
    shown: { en: "Only the Cluster and what is around it.", ko: "Cluster와 그 바깥 요소만 표시합니다." },
    nothing: { en: "There is no Cluster.", ko: "Cluster가 없습니다." },
  },
  differs: {
    shown: {
      en: "Only what Tomcat adds, drops, changes or fills in, without what it always adds.",
      ko: "Tomcat이 추가하거나 버리거나 바꾸거나 채우는 것만 표시하고, 항상 추가하는 것은 뺍니다.",
    },
    nothing: { en: "Tomcat runs what is written.", ko: "Tomcat은 작성된 그대로 실행합니다." },
  },
};

/**
 * A Cluster that is written as one tag has sixty lines, so a file of 100 kB may become a document that no editor opens.
 * A server.xml of a thousand Hosts has less.
 */
const MOST_LINES = 100_000;

function shownOf(file: ConfigFile, secrets: Stand | undefined): EffectiveObject | undefined {
  const root = effectiveOf(file, MOST_LINES);
  return root && secrets ? withoutSecrets(root, secrets) : root;
}

/** The same as plain data; texts in one language. */
export function effectiveJson(
  file: ConfigFile,
  options: Omit<DocumentOptions, "marks" | "against">,
): string | undefined {
  const { locale, secrets, view = "all" } = options;
  const whole = shownOf(file, secrets);
  if (!whole) return undefined;
  const root = seenIn(view, whole) ?? bare(whole);
  const { line, release, assumed } = file.version;
  const tomcat = { line, release: release?.text ?? null, assumed: assumed === true };
  const say = (_: string, value: unknown) => (isLocalized(value) ? value[locale] : value);
  return printableJson({ version: 1, path: file.path, tomcat, view, root }, say);
}

function isLocalized(value: unknown): value is Readonly<Record<Locale, string>> {
  return typeof value === "object" && value !== null && "en" in value && "ko" in value;
}

/** What the document says of itself, a line each. */
function headingOf(file: ConfigFile, root: EffectiveObject, locale: Locale): readonly string[] {
  const { version, catalog, document, template } = file;
  const tomcat = `Tomcat ${version.standsFor ?? version.release?.text ?? version.line}`;
  const name = nodeLabel(file.path);
  const lines = {
    en: [
      `What ${tomcat} runs with ${name}${version.assumed ? " (the version is assumed)" : ""}.`,
      "An attribute that no comment names is a default.",
    ],
    ko: [
      `${josa(name, "으로")} ${josa(tomcat, "이")} 실제로 실행하는 설정입니다${version.assumed ? " (버전은 추정)" : ""}.`,
      "주석에 나오지 않는 속성은 기본값입니다.",
    ],
  }[locale];
  const more: string[] = [];
  if (version.release && version.release.text !== catalog.release.text) {
    more.push(
      locale === "ko"
        ? `Cluster 밖의 기본값은 Tomcat ${catalog.release.text}의 값입니다.`
        : `Defaults outside of the Cluster are those of Tomcat ${catalog.release.text}.`,
    );
  }
  if (template) {
    more.push(
      locale === "ko"
        ? "템플릿입니다. 다른 도구가 채운 뒤에는 달라질 수 있습니다."
        : "The file is a template: what another tool fills in may change this.",
    );
  }
  if (problemsOf(document).length > 0 || stops(root)) {
    more.push(
      locale === "ko"
        ? "지금 상태로는 Tomcat이 시작되지 않습니다. 아래는 읽을 수 있는 만큼만 나타냅니다."
        : "Tomcat does not start with the file as it is; this is as much as can be read of it.",
    );
  }
  return [...lines, ...more];
}

function stops({ dropped, children }: EffectiveObject): boolean {
  return dropped.some((each) => each.stops) || children.some(stops);
}
