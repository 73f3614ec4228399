import type { Locale } from "../../base/localized.ts";
import { check as checkPaths } from "../../cli/check.ts";
import { readOnlyHost } from "../../cli/read-only-host.ts";
import { plainFiles } from "../../cli/reporters/plain.ts";
import type { PlainFile } from "../../cli/reporters/plain-types.ts";
import { LINES } from "../../schema/lines.ts";
import { memoryFiles } from "../../workspace/memory-files.ts";
import { hash } from "../hash.ts";

export type {
  PlainEdit,
  PlainFile,
  PlainFinding,
  PlainFix,
  PlainPlace,
  PlainRange,
  PlainRelated,
} from "../../cli/reporters/plain-types.ts";

const LANGUAGES: readonly Locale[] = ["en", "ko"];

export interface CheckOptions {
  /** The Tomcat line: `7.0`, `8.5`, `9.0`, `10.1`, `11.0` or `12.0`. Without it, the files tell. */
  readonly tomcatVersion?: string;
  /** The language of the messages; English without it. */
  readonly language?: "en" | "ko";
}

/**
 * Says what real Tomcat would reject, ignore or run badly in some files. They are taken for one file system: nodes of
 * one cluster are compared, a `.tomcat-cluster.json` among them counts, and `conf/catalina.properties` gives its values
 * to placeholders. Nothing else is read, and nothing is written.
 *
 * @param files their texts by their paths, with `/` between names: `node1/conf/server.xml`
 * @throws RangeError for a `tomcatVersion` or a `language` that is none of these
 * @throws TypeError where `files` is no object, or a text no string
 * @returns every file of Tomcat's or of a load balancer's in front of it, in a stable order, also those without findings
 */
export async function check(
  files: Readonly<Record<string, string>>,
  { tomcatVersion, language = "en" }: CheckOptions = {},
): Promise<readonly PlainFile[]> {
  if (tomcatVersion !== undefined && !LINES.some((line) => line === tomcatVersion)) {
    throw new RangeError(`tomcatVersion is one of ${LINES.join(", ")}, not ${tomcatVersion}`);
  }
  if (!LANGUAGES.includes(language)) {
    throw new RangeError(`language is one of ${LANGUAGES.join(", ")}, not ${language}`);
  }
  if (typeof files !== "object" || files === null) throw new TypeError("files is an object of texts by their paths");
  const texts = new Map(Object.entries(files));
  for (const [path, text] of texts) {
    if (typeof text !== "string") throw new TypeError(`the text of ${path} is no string`);
  }
  const { report } = await checkPaths(
    [""],
    readOnlyHost({
      files: memoryFiles(texts),
      hash,
      isBelow: async () => true,
      whyUnreadable: async () => undefined,
      complain: (line) => {
        throw new Error(line);
      },
    }),
    {
      locale: language,
      line: tomcatVersion,
      fix: "leave",
      baseline: undefined,
      updateBaseline: false,
      failOn: "error",
      allowEmpty: true,
    },
  );
  return plainFiles(report, language);
}
