import { FARM_WAR_DEPLOYER } from "../../config/classes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * A FarmWarDeployer in an Engine's Cluster logs one error and stays off.
 *
 * Source: FarmWarDeployer.start, 7.0 to 11.0: `FarmWarDeployer can only work as host cluster subelement!`
 */
export const rule: ComponentRule = {
  id: "deployer-outside-host",
  group: "deployer",
  severity: "warning",
  summary: {
    en: "FarmWarDeployer works only in the Cluster of a Host.",
    ko: "FarmWarDeployer는 Host의 Cluster 안에서만 동작합니다.",
  },
  target: FARM_WAR_DEPLOYER,

  check(deployer, report) {
    if (deployer.name !== "Deployer" || deployer.parent?.parent?.name !== "Engine") return;
    report({
      at: deployer.nameSpan,
      text: {
        en: "FarmWarDeployer stays off in an Engine's Cluster. Move the Cluster into a Host, or delete the Deployer.",
        ko: "FarmWarDeployer는 Engine의 Cluster에서 동작하지 않습니다. Cluster를 Host로 옮기거나 Deployer를 제거하십시오.",
      },
      fix: {
        title: { en: "Delete the Deployer", ko: "Deployer 삭제" },
        edits: [deployer.remove()],
      },
    });
  },
};
