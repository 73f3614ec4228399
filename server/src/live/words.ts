import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import type { Drift } from "./drift.ts";
import type { Asked, Unseen } from "./look.ts";
import type { Reach } from "./reach.ts";

/** A line of what was seen, and whether something is wrong there. */
export interface LiveLine {
  readonly id: string;
  readonly wrong: boolean;
  readonly text: Localized;
}

/** A Receiver as it is reached from here. */
export function reachLine({ site, host, port, addresses, loopback, outcome }: Reach): LiveLine {
  const name = `${site.label} ${host === undefined ? "auto" : host}:${port ?? "?"}`;
  const resolved = addresses.length > 0 && addresses[0] !== host ? ` = ${addresses.join(", ")}` : "";
  const at = `${name}${resolved}`;
  const line = (id: string, wrong: boolean, en: string, ko: string): LiveLine => ({
    id,
    wrong,
    text: { en: `${at}: ${en}`, ko: `${at}: ${ko}` },
  });
  // Told to neighbours, it leads them to themselves, whether it answers here or not.
  if (loopback && host !== undefined) {
    return line(
      "receiver-loopback",
      true,
      "an address of loopback, at which neighbours reach only themselves",
      "루프백 주소이므로 이웃 노드가 자기 자신에게 접속합니다",
    );
  }
  switch (outcome.kind) {
    case "open": {
      const took = outcome.milliseconds.toFixed(0);
      return line("receiver-open", false, `reached in ${took} ms`, `${took}ms 만에 접속됨`);
    }
    case "closed":
      return outcome.code === "ECONNREFUSED"
        ? line(
            "receiver-refused",
            true,
            "the machine answers, but nothing listens there",
            "장비는 응답하지만 이 포트에서 수신 대기하지 않습니다",
          )
        : line(
            "receiver-silent",
            true,
            `not reached (${outcome.code}): a firewall, a wrong address, or a machine that is off`,
            `접속할 수 없습니다(${outcome.code}). 방화벽, 잘못된 주소, 꺼진 장비가 원인입니다`,
          );
    case "unresolved":
      return line(
        "receiver-unresolved",
        true,
        `the name stands for no address here (${outcome.code})`,
        `여기서 이름의 주소를 찾을 수 없습니다(${outcome.code})`,
      );
    case "unknown":
      return line(
        "receiver-unknown",
        false,
        "the file does not say where it listens; behind = is what the name of this machine stands for",
        "파일에 수신 대기 주소가 없습니다. = 뒤는 이 장비 이름의 주소입니다",
      );
  }
}

/** A manager that did not answer. */
export function failureLine({ manager, failed }: Extract<Asked, { failed: string }>): LiveLine {
  const reasons: Readonly<Record<string, Localized>> = {
    "401": {
      en: "it wants a user and a password, or other ones (in the shell TOMCAT_MANAGER_USER and TOMCAT_MANAGER_PASSWORD)",
      ko: "사용자와 비밀번호가 필요하거나 맞지 않습니다. 셸에서는 TOMCAT_MANAGER_USER와 TOMCAT_MANAGER_PASSWORD를 지정하십시오",
    },
    "403": {
      en: "refused: the user needs the role manager-jmx, and the manager's RemoteAddrValve or RemoteCIDRValve this address",
      ko: "거부되었습니다. 사용자에게 manager-jmx 역할이 필요하고 manager의 RemoteAddrValve나 RemoteCIDRValve가 이 주소를 허용해야 합니다",
    },
    "404": { en: "there is no manager application", ko: "manager 애플리케이션이 없습니다" },
    NOT_JMX: {
      en: "the answer is not that of a manager's JMX proxy",
      ko: "manager의 JMX 프록시가 보낸 응답이 아닙니다",
    },
  };
  const reason = reasons[failed] ?? { en: `no answer (${failed})`, ko: `응답이 없습니다(${failed})` };
  return {
    id: "manager-failed",
    wrong: true,
    text: { en: `${manager.name}: ${reason.en}`, ko: `${manager.name}: ${reason.ko}` },
  };
}

export function unseenLine({ by, of }: Unseen): LiveLine {
  return {
    id: "member-unseen",
    wrong: true,
    text: {
      en: `${by.name} does not see ${of.name}: what changes there does not reach it.`,
      ko: `${josa(by.name, "이")} ${josa(of.name, "을")} 보지 못하므로 변경이 전달되지 않습니다.`,
    },
  };
}

export function driftLine({ site, element, attribute, written, running }: Drift): LiveLine {
  const name = `${site.label} <${element}> ${attribute}`;
  const port = element === "Receiver" && attribute === "port";
  return {
    id: "value-differs",
    wrong: true,
    text: port
      ? {
          en: `${name}: the file says ${written}, ${running} is running: another process had the port, or the file was changed since the start`,
          ko: `${name}: 파일에는 ${written}, 실행 중인 값은 ${running}입니다. 다른 프로세스가 포트를 썼거나 시작 뒤에 파일이 바뀌었습니다`,
        }
      : {
          en: `${name}: the file says ${written}, ${running} is running: not restarted since the file was changed`,
          ko: `${name}: 파일에는 ${written}, 실행 중인 값은 ${running}입니다. 파일을 바꾼 뒤 재시작하지 않았습니다`,
        },
  };
}
