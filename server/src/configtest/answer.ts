import type { Localized } from "../base/localized.ts";
import type { ConfigFile } from "../config/file.ts";
import { readOutput } from "./output.ts";
import { type PlacedMessage, place } from "./place.ts";
import type { Ended } from "./port.ts";

export interface Answer {
  readonly outcome: "accepted" | "rejected" | "failed";
  readonly text: Localized;
  readonly findings: readonly PlacedMessage[];
}

/** CATALINA_BASE of a server.xml; undefined for a file of another name or place, which configtest would not read. */
export function baseOfServer(path: string): string | undefined {
  return /^(.+)\/conf\/server\.xml$/.exec(path)?.[1];
}

export const NOT_A_NODE: Localized = {
  en: "Tomcat's configtest reads conf/server.xml of a Tomcat's folder: open that file.",
  ko: "Tomcat의 configtest는 Tomcat 폴더의 conf/server.xml을 읽습니다. 그 파일을 여십시오.",
};

export const NO_MACHINE: Localized = {
  en: "A real Tomcat reads files of its own machine only: open the folder there, not in a browser or as a repository on the web.",
  ko: "실제 Tomcat은 같은 시스템의 파일만 읽습니다. 브라우저나 웹 저장소가 아니라 그 시스템에서 폴더를 여십시오.",
};

/** The result of a run, for the file as Tomcat read it. */
export function configtestAnswer(ended: Ended, file: ConfigFile): Answer {
  switch (ended.kind) {
    case "exit":
      return exited(ended.code, ended.output, file);
    case "no-tomcat":
      return failed({
        en: `There is no bin/catalina.sh in ${ended.home}: set tomcatCluster.catalinaHome to the folder of a Tomcat.`,
        ko: `${ended.home}에 bin/catalina.sh가 없습니다. tomcatCluster.catalinaHome에 Tomcat 폴더를 지정하십시오.`,
      });
    case "timeout":
      return failed({
        en: `Tomcat did not answer in time and was ended. ${lastLine(ended.output)}`.trim(),
        ko: `Tomcat이 제시간에 끝나지 않아 종료했습니다. ${lastLine(ended.output)}`.trim(),
      });
    case "stopped":
      return failed({ en: "The check was stopped.", ko: "확인을 중지했습니다." });
    case "failed":
      return failed({
        en: `Tomcat could not be started: ${ended.reason}`,
        ko: `Tomcat을 실행하지 못했습니다: ${ended.reason}`,
      });
  }
}

function exited(code: number, output: string, file: ConfigFile): Answer {
  const findings = place(readOutput(output), file);
  if (code === 0) return { outcome: "accepted", text: accepted(findings), findings };
  // Nothing of it understood: the script itself failed, as without a Java.
  if (!findings.some(({ severity }) => severity === "error")) {
    return {
      ...failed({
        en: `Tomcat's configtest failed (${code}): ${lastLine(output)}`,
        ko: `Tomcat의 configtest가 실패했습니다(${code}): ${lastLine(output)}`,
      }),
      findings,
    };
  }
  return {
    outcome: "rejected",
    text: { en: "Tomcat rejects this file and would not start.", ko: "Tomcat이 이 파일을 거부하며 시작하지 못합니다." },
    findings,
  };
}

function accepted(findings: readonly PlacedMessage[]): Localized {
  const count = findings.filter(({ severity }) => severity !== "information").length;
  if (count === 0)
    return { en: "Tomcat reads this file without a complaint.", ko: "Tomcat이 이 파일을 문제없이 읽습니다." };
  return {
    en: `Tomcat reads this file and complains ${count === 1 ? "once" : `${count} times`}.`,
    ko: `Tomcat이 이 파일을 읽지만 ${count}가지 문제를 알립니다.`,
  };
}

function failed(text: Localized): Answer {
  return { outcome: "failed", text, findings: [] };
}

const LONGEST_LINE = 300;

function lastLine(output: string): string {
  const lines = output
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "" && !/^Configuration error detected/.test(line));
  return (lines.at(-1) ?? "").slice(0, LONGEST_LINE);
}
