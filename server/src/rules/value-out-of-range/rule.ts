import {
  BIO_RECEIVER,
  MCAST_SERVICE,
  MESSAGE_DISPATCH,
  MESSAGE_DISPATCH_15,
  NIO_RECEIVER,
} from "../../config/classes.ts";
import { neverStarts } from "../../config/cluster.ts";
import type { ComponentRule } from "../rule.ts";

const LARGEST_PORT = 65_535;

interface Limits {
  readonly least?: number;
  readonly most?: number;
}

type Ranges = Readonly<Record<string, Limits>>;

/** Source: ReceiverBase.start, where ThreadPoolExecutor throws. */
const RECEIVER: Ranges = { maxThreads: { least: 1 }, minThreads: { least: 0 }, maxIdleTime: { least: 0 } };

/** Source: ReceiverBase.bindUdp, where InetSocketAddress throws; NioReceiver alone calls it, for a port of 1 or more. */
const NIO: Ranges = { ...RECEIVER, udpPort: { most: LARGEST_PORT } };

/** Source: MessageDispatchInterceptor.startQueue, where ThreadPoolExecutor throws. */
const DISPATCHER: Ranges = { maxThreads: { least: 1 }, maxSpareThreads: { least: 0 }, keepAliveTime: { least: 0 } };

/** Source: McastServiceImpl, whose socket cannot send to port 0 and takes no negative time. */
const MULTICAST: Ranges = { port: { least: 1 }, frequency: { least: 0 } };

/** Numbers with which a Cluster fails to start, by class. */
const RANGES: ReadonlyMap<string, Ranges> = new Map([
  [NIO_RECEIVER, NIO],
  [BIO_RECEIVER, RECEIVER],
  [MESSAGE_DISPATCH, DISPATCHER],
  [MESSAGE_DISPATCH_15, DISPATCHER],
  [MCAST_SERVICE, MULTICAST],
]);

/**
 * Tomcat accepts these numbers when it reads the file, but Java refuses them when the Cluster starts, and Tomcat stops.
 *
 * Source: ReceiverBase.start, MessageDispatchInterceptor.startQueue, McastServiceImpl, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "value-out-of-range",
  group: "structure",
  severity: "error",
  summary: {
    en: "A number that Java refuses when the Cluster starts stops Tomcat.",
    ko: "Cluster가 시작될 때 Java가 거부하는 숫자를 쓰면 Tomcat이 시작되지 않습니다.",
  },
  ofValue: true,
  target: [...RANGES.keys()],

  check(component, report) {
    if (component.className === MCAST_SERVICE && neverStarts(component)) return;
    const ranges = RANGES.get(component.className ?? "") ?? {};
    for (const [name, { least, most }] of Object.entries(ranges)) {
      const number = component.numberWhereWritten(name);
      // In 7.0 MessageDispatchInterceptor has no pool of threads.
      if (number === undefined || !component.attributeFacts(name)) continue;
      if (least !== undefined && number < least) {
        report({
          at: component.spanOf(name),
          text: {
            en: `With ${name} ${number} Tomcat does not start. Write ${least} or more.`,
            ko: `${name}의 값이 ${number}이면 Tomcat이 시작되지 않습니다. ${least} 이상으로 쓰십시오.`,
          },
        });
      } else if (most !== undefined && number > most) {
        report({
          at: component.spanOf(name),
          text: {
            en: `With ${name} ${number} Tomcat does not start. Write ${most} or less.`,
            ko: `${name}의 값이 ${number}이면 Tomcat이 시작되지 않습니다. ${most} 이하로 쓰십시오.`,
          },
        });
      }
    }
  },
};
