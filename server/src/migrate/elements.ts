import { firstIndex } from "../base/first-index.ts";
import { josa } from "../base/josa.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { tomcatClass } from "../schema/tomcat-classes.ts";
import { externalParts } from "../syntax/external-parts.ts";
import type { XmlElement } from "../syntax/tree.ts";
import type { Entry } from "./model.ts";

/** An entry for each entity that another file holds: that file is read with this one, and is not moved. */
export function unmovedParts({ document, absent }: ConfigFile): readonly Entry[] {
  return externalParts(document).flatMap(({ systemId, at, isEntity }): Entry[] => {
    if (!isEntity || absent.has(systemId)) return [];
    return [
      {
        bucket: "unknown",
        at,
        element: document.root?.name ?? "",
        text: {
          en: `${systemId} is read as a part of this file, and is not moved: look at it yourself, or write what it holds here.`,
          ko: `${josa(systemId, "은")} 이 파일의 일부로 읽히지만 옮기지 않습니다. 직접 확인하거나 그 내용을 이 파일에 쓰십시오.`,
        },
        since: undefined,
        source: "",
      },
    ];
  });
}

/**
 * An entry for each element whose class is no part of Tomcat or cannot be known, and may not work with the new line.
 */
export function unknownElements(file: ConfigFile): readonly Entry[] {
  const found: Entry[] = [];
  for (const component of file.root?.descendants() ?? []) {
    for (const name of ["className", ...(component.name === "Connector" ? ["protocol"] : [])]) {
      const entry = unknownClass(component, name);
      if (entry) found.push(entry);
    }
  }
  return found;
}

function unknownClass(component: Component, name: string): Entry | undefined {
  if (!component.has(name) || (name === "className" && !component.facts?.takesClassName)) return undefined;
  const className = component.text(name);
  const at = component.spanOf(name);
  const common = { bucket: "unknown", at, element: component.name, since: undefined, source: "" } as const;
  if (className === undefined) {
    return {
      ...common,
      text: {
        en: `What stands for the placeholder in ${name} no file tells: look whether the new Tomcat has it.`,
        ko: `${name}의 자리 표시자 값을 알려 주는 파일이 없습니다. 새 Tomcat에 있는지 확인하십시오.`,
      },
    };
  }
  const short = name === "protocol" && (className === "HTTP/1.1" || className === "AJP/1.3");
  if (short || component.type?.name === className || tomcatClass(className)) return undefined;
  return {
    ...common,
    text: {
      en: `${className} is no class of Tomcat's: ask its author for a version for the new Tomcat.`,
      ko: `${josa(className, "은")} Tomcat의 클래스가 아닙니다. 새 Tomcat용 버전이 있는지 제작자에게 확인하십시오.`,
    },
  };
}

/** Every element of a file. */
export function elementsOf({ document }: ConfigFile): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const pending = document.root ? [document.root] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    found.push(next);
    for (const each of next.elements.toReversed()) pending.push(each);
  }
  return found;
}

/** An entry for each element without any other entry, so that the report covers the whole file. */
export function unchangedElements(elements: readonly XmlElement[], entries: readonly Entry[]): readonly Entry[] {
  const starts = entries.map(({ at }) => at.start).sort((a, b) => a - b);
  return elements.flatMap(({ name, nameSpan, startTag }): Entry[] => {
    if (hasOneIn(starts, startTag.start, startTag.end)) return [];
    return [{ bucket: "unchanged", at: nameSpan, element: name, text: UNCHANGED, since: undefined, source: "" }];
  });
}

const UNCHANGED = { en: "Stays as it is.", ko: "그대로 둡니다." };

/** True where one of these ascending numbers is at least `from` and less than `to`. */
function hasOneIn(numbers: readonly number[], from: number, to: number): boolean {
  const first = numbers[firstIndex(numbers, (number) => number >= from)];
  return first !== undefined && first < to;
}
