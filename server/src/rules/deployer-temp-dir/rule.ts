import { FARM_WAR_DEPLOYER } from "../../config/classes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * A WAR from another node is first written to tempDir; without one it is lost.
 *
 * Source: FarmWarDeployer.getFactory and getTempDirFile, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "deployer-temp-dir",
  group: "deployer",
  severity: "warning",
  summary: {
    en: "A FarmWarDeployer without tempDir cannot receive applications.",
    ko: "tempDir이 없는 FarmWarDeployer는 애플리케이션을 받지 못합니다.",
  },
  target: FARM_WAR_DEPLOYER,

  check(deployer, report) {
    if (deployer.name !== "Deployer" || deployer.unfinished || deployer.has("tempDir")) return;
    if (!deployer.ancestor("Host")) return;
    report({
      at: deployer.spanOf("className"),
      text: {
        en: "Without tempDir nothing that other nodes deploy arrives here. Name a folder that exists and Tomcat may write to.",
        ko: "tempDir이 없으면 다른 노드가 배포한 것을 받지 못합니다. Tomcat이 쓸 수 있는, 존재하는 폴더를 지정하십시오.",
      },
    });
  },
};
