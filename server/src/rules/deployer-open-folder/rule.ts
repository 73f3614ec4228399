import { josa } from "../../base/josa.ts";
import { FARM_WAR_DEPLOYER } from "../../config/classes.ts";
import type { ComponentRule } from "../rule.ts";

/** Folders in which every user of the machine may create files. */
const OPEN = /^(\/(var\/)?tmp|\/dev\/shm|[a-z]:[\\/](windows[\\/])?temp)([\\/]|$)/i;

/**
 * Files in watchDir are deployed on every node; files in tempDir are about to be.
 *
 * Source: FarmWarDeployer (watchDir, tempDir), WarWatcher.check, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "deployer-open-folder",
  group: "deployer",
  severity: "warning",
  summary: {
    en: "The Deployer's folders must not lie where every user may write.",
    ko: "Deployer의 폴더를 누구나 쓸 수 있는 곳에 두면 안 됩니다.",
  },
  target: FARM_WAR_DEPLOYER,

  check(deployer, report) {
    if (deployer.name !== "Deployer" || !deployer.ancestor("Host")) return;
    const watched = deployer.boolean("watchEnabled") === true;
    for (const name of watched ? ["watchDir", "tempDir"] : ["tempDir"]) {
      const folder = deployer.text(name);
      if (folder === undefined || !OPEN.test(folder)) continue;
      report({
        at: deployer.spanOf(name),
        // A node that does not watch receives files only from one that does.
        severity: watched ? "warning" : "information",
        text:
          name === "watchDir"
            ? {
                en: `Any user of this machine may put a WAR into ${folder}, and it runs on all nodes. Use a folder of Tomcat's own.`,
                ko: `이 장비의 누구나 ${folder}에 WAR를 넣어 모든 노드에서 실행할 수 있습니다. Tomcat 전용 폴더를 쓰십시오.`,
              }
            : {
                en: `Any user of this machine may create ${folder} first and swap what is deployed. Use a folder of Tomcat's own.`,
                ko: `이 장비의 누구나 ${josa(folder, "을")} 먼저 만들어 배포물을 바꿔치기할 수 있습니다. Tomcat 전용 폴더를 쓰십시오.`,
              },
      });
    }
  },
};
