import { withoutEnd } from "../../base/trim-end.ts";
import { FARM_WAR_DEPLOYER } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule, Report } from "../rule.ts";

/**
 * FarmWarDeployer copies WAR files into deployDir and nothing more: only the Host's appBase is deployed from. A
 * watching node needs a watchDir, and not the same folder.
 *
 * Source: FarmWarDeployer.start, fileModified and copy, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "deployer-folders",
  group: "deployer",
  severity: "warning",
  summary: {
    en: "deployDir must be the Host's appBase, and watchDir a folder of its own.",
    ko: "deployDir은 Host의 appBase여야 하고 watchDir은 별도의 폴더여야 합니다.",
  },
  target: FARM_WAR_DEPLOYER,

  check(deployer, report) {
    const host = deployer.ancestor("Host");
    // Outside of a Host it does not work, which deployer-outside-host reports.
    if (deployer.name !== "Deployer" || !host || deployer.unfinished) return;
    watched(deployer, report);
    // A node that does not watch receives WAR files from one that does, if there is any.
    const watches = deployer.boolean("watchEnabled") === true;
    if (!deployer.has("deployDir")) {
      report({
        at: deployer.nameSpan,
        severity: watches ? "warning" : "information",
        text: {
          en: "Without deployDir each WAR that is found or received ends in a NullPointerException. Set it to the Host's appBase.",
          ko: "deployDir이 없으면 WAR를 찾거나 받을 때마다 NullPointerException이 납니다. Host의 appBase로 설정하십시오.",
        },
      });
    }
    const appBase = host.effective("appBase") ?? (host.has("appBase") ? undefined : "webapps");
    const deployDir = deployer.text("deployDir");
    if (appBase === undefined || deployDir === undefined || isSameFolder(deployDir, appBase)) return;
    report({
      at: deployer.spanOf("deployDir"),
      severity: watches ? "warning" : "information",
      text: watches
        ? {
            en: `WAR files are copied to ${deployDir} and never deployed: the Host's appBase is ${appBase}. Write that.`,
            ko: `WAR 파일이 ${deployDir}에 복사만 되고 배포되지 않습니다. Host의 appBase는 ${appBase}입니다. 그 폴더를 쓰십시오.`,
          }
        : {
            en: `A WAR that a watching node sends would lie in ${deployDir} and not be deployed: the Host's appBase is ${appBase}. Write that.`,
            ko: `감시하는 노드가 WAR를 보내도 ${deployDir}에 놓일 뿐 배포되지 않습니다. Host의 appBase는 ${appBase}입니다. 그 폴더를 쓰십시오.`,
          },
      fix: setTo(deployer, "deployDir", appBase),
    });
  },
};

function watched(deployer: Component, report: Report): void {
  if (deployer.boolean("watchEnabled") !== true) return;
  if (!deployer.has("watchDir")) {
    report({
      at: deployer.spanOf("watchEnabled"),
      severity: "error",
      text: {
        en: "watchEnabled without watchDir: Tomcat does not start. Name the folder to watch.",
        ko: "watchDir 없이 watchEnabled를 켜면 Tomcat이 시작되지 않습니다. 감시할 폴더를 지정하십시오.",
      },
    });
    return;
  }
  const watchDir = deployer.text("watchDir");
  const deployDir = deployer.text("deployDir");
  if (watchDir === undefined || deployDir === undefined || trimmed(watchDir) !== trimmed(deployDir)) return;
  report({
    at: deployer.spanOf("watchDir"),
    text: {
      en: "watchDir is deployDir: Tomcat refuses to copy a file onto itself. Watch another folder.",
      ko: "watchDir과 deployDir이 같으면 Tomcat이 파일을 자기 자신에 복사하지 못합니다. 다른 폴더를 감시하십시오.",
    },
  });
}

/** True when both may be one folder; of a relative and an absolute path only the end can be compared. */
function isSameFolder(one: string, other: string): boolean {
  const [a, b] = [trimmed(one), trimmed(other)];
  return a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
}

function trimmed(path: string): string {
  return withoutEnd(path.replaceAll("\\", "/"), "/").replace(/^\.\//, "");
}
