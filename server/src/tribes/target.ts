import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { serverOnlyNode, type TomcatNode } from "../config/node.ts";
import { ClusterSite, sitesOf } from "../config/site.ts";

/** Where a Cluster's members send their heartbeats, as its file says. */
export interface HeartbeatTarget {
  /** What the Cluster stands in: `Engine Catalina`. */
  readonly label: string;
  /** A multicast address: of IPv4 in four numbers, of IPv6 in its shortest form. */
  readonly group: string;
  readonly port: number;
  /** The address of the interface McastService is bound to; undefined where the system chooses. */
  readonly bind: string | undefined;
  /** How many routers a packet may pass, less one; undefined for the system's default, 1. */
  readonly ttl: number | undefined;
  /** How long a member may be silent, in milliseconds. */
  readonly dropTime: number;
  /** The Cluster's element, to find the one under a cursor. */
  readonly span: Span;
}

/** Why there is nothing to listen for in a Cluster. */
export interface NoTarget {
  readonly label: string;
  readonly span: Span;
  readonly why: Localized;
}

/** McastService's own default (McastService.start, all lines), in milliseconds. */
const DROP_TIME = 3000;

/**
 * The multicast groups of a file's Clusters. `node` is the Tomcat of a server.xml; a fragment with a Cluster has none.
 */
export function targetsOf(file: ConfigFile, node: TomcatNode | undefined): readonly (HeartbeatTarget | NoTarget)[] {
  const around = node ?? serverOnlyNode(file);
  const root = file.kind === "cluster" ? file.root : undefined;
  const sites = root && !file.template ? [new ClusterSite(around, root, root)] : sitesOf(around);
  return sites.map(targetOf);
}

function targetOf(site: ClusterSite): HeartbeatTarget | NoTarget {
  const label = containerLabel(site.container);
  const { span } = site.cluster.element;
  const { membership, multicastGroup } = site;
  if (multicastGroup === undefined) return { label, span, why: whyNone(site) };
  const colon = multicastGroup.lastIndexOf(":");
  const address = multicastGroup.slice(0, colon);
  const group = multicastIpv4(address) ?? multicastIpv6(address);
  if (group === undefined) return { label, span, why: notMulticast(address) };
  const port = Number(multicastGroup.slice(colon + 1));
  if (port < 1 || port > 65535) return { label, span, why: notAPort(port) };
  const number = (name: string) => (membership ? membership.number(name) : undefined);
  const ttl = number("ttl");
  return {
    label,
    span,
    group,
    port,
    bind: membership?.effective("bind"),
    ttl: ttl !== undefined && ttl >= 0 && ttl <= 255 ? ttl : undefined,
    dropTime: number("dropTime") ?? DROP_TIME,
  };
}

function containerLabel(container: Component): string {
  const name = container.text("name");
  return name === undefined ? container.name : `${container.name} ${name}`;
}

function whyNone({ membershipKind, membership }: ClusterSite): Localized {
  switch (membershipKind) {
    case "static":
    case "static-service":
      return {
        en: "This Cluster lists its members and uses no multicast.",
        ko: "이 Cluster는 멤버를 직접 나열하며 멀티캐스트를 쓰지 않습니다.",
      };
    case "cloud":
      return {
        en: "This Cluster asks Kubernetes or DNS for its members and uses no multicast.",
        ko: "이 Cluster는 Kubernetes나 DNS에서 멤버를 찾으며 멀티캐스트를 쓰지 않습니다.",
      };
    case "none":
      return {
        en: "channelStartOptions leaves membership out: this Cluster uses no multicast.",
        ko: "channelStartOptions가 멤버십을 시작하지 않아 이 Cluster는 멀티캐스트를 쓰지 않습니다.",
      };
    default: {
      const where = membership ? "Membership" : "Cluster";
      return {
        en: `What this ${where} says cannot be known from the file: a placeholder or a class of your own is in the way.`,
        ko: `자리 표시자나 Tomcat에 없는 클래스 때문에 이 ${where}의 값을 파일만으로는 알 수 없습니다.`,
      };
    }
  }
}

function notMulticast(address: string): Localized {
  return {
    en: `${address} is not a multicast address that can be tested: use one from 224.0.0.0 to 239.255.255.255, such as 228.0.0.4, or one of IPv6 that begins with ff.`,
    ko: `${josa(address, "은")} 테스트할 수 있는 멀티캐스트 주소가 아닙니다. 224.0.0.0부터 239.255.255.255까지의 주소(예: 228.0.0.4)나 ff로 시작하는 IPv6 주소를 쓰십시오.`,
  };
}

function notAPort(port: number): Localized {
  return {
    en: `${port} is no port: Membership needs one from 1 to 65535.`,
    ko: `${josa(port, "은")} 포트가 아닙니다. Membership의 port는 1에서 65535 사이여야 합니다.`,
  };
}

/** The group with its port, as an address is written: `228.0.0.4:45564`, `[ff15::4]:45564`. */
export function groupName({ group, port }: Pick<HeartbeatTarget, "group" | "port">): string {
  return group.includes(":") ? `[${group}]:${port}` : `${group}:${port}`;
}

/** A multicast address of IPv6 in its shortest form; undefined for others. A zone would be that of one machine. */
function multicastIpv6(text: string): string | undefined {
  const bare = text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
  const url = `http://[${bare}]/`;
  if (!/^[\da-f:.]+$/i.test(bare) || !URL.canParse(url)) return undefined;
  const address = new URL(url).hostname.slice(1, -1);
  return /^ff[\da-f]{2}:/.test(address) ? address : undefined;
}

/**
 * A multicast address in four numbers; undefined for others, for names and for IPv6. Java reads a short form too, whose
 * last number fills the bytes that are left: `228.4` is 228.0.0.4.
 */
export function multicastIpv4(text: string): string | undefined {
  if (!/^\d{1,10}(\.\d{1,10}){0,3}$/.test(text)) return undefined;
  const numbers = text.split(".").map(Number);
  const last = numbers.pop() ?? 0;
  const left = 4 - numbers.length;
  if (numbers.some((number) => number > 255) || last >= 256 ** left) return undefined;
  const bytes = [...numbers, ...Array.from({ length: left }, (_, index) => (last >>> (8 * (left - 1 - index))) & 255)];
  const [first = 0] = bytes;
  return first >= 224 && first <= 239 ? bytes.join(".") : undefined;
}
