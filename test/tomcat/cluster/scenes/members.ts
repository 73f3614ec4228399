import assert from "node:assert/strict";
import { storyOfLog } from "../logged.ts";
import { ADDRESSES } from "../network.ts";
import { type Tomcat, until } from "../tomcat.ts";
import { AWHILE, drop, inPlace, pass, type Scene, sleep, TRIBES } from "./scene.ts";

const SHORT_DROP = 'frequency="300" dropTime="1500"';
const staticMember = (address: string, port = 4000) =>
  `<Interceptor className="${TRIBES}.group.interceptors.StaticMembershipInterceptor">
    <Member className="${TRIBES}.membership.StaticMember" host="${address}" port="${port}" uniqueId="{${[...address]
      .map((each) => each.charCodeAt(0))
      .concat(Array(16).fill(0))
      .slice(0, 16)}}"/>
  </Interceptor>`;

/** Waits until a node's log tells of something so many times: a busy machine takes longer than any fixed time. */
async function tellsOf(node: Tomcat, kind: string, times: number): Promise<void> {
  const told = () => storyOfLog("node", node.log).timeline.filter(({ kind: { id } }) => id === kind).length >= times;
  assert.ok(await until(told, 60_000), `${kind} is not told ${times} times: ${node.log}`);
}

/** Nodes that do not find each other, or lose each other. */
export const MEMBERS: readonly Scene[] = [
  {
    name: "a node that is killed",
    faults: ["member-died"],
    node: () => ({}),
    act: async ({ tomcats }) => tomcats[1].kill(),
    wait: 8000,
  },
  {
    name: "another multicast group",
    faults: ["groups-differ"],
    node: (index) => ({ membership: index === 0 ? "" : 'port="45999"' }),
    wait: AWHILE,
  },
  {
    name: "heartbeats that are dropped on one side",
    faults: ["asymmetric-view"],
    node: () => ({}),
    before: ({ places }) => drop(places[1], "udp dport 45564"),
    wait: AWHILE,
  },
  {
    name: "heartbeats that are dropped on both sides",
    faults: ["nodes-apart"],
    node: () => ({}),
    before: ({ places }) => {
      for (const place of places) drop(place, "udp dport 45564");
    },
    wait: AWHILE,
  },
  {
    name: "a Receiver on a loopback address",
    faults: ["address-loopback"],
    besides: [
      "asymmetric-view",
      "nodes-apart",
      "member-died",
      "nothing-listens",
      "message-not-sent",
      "state-timeout",
      "send-failed",
      "message-to-itself",
    ],
    node: (index) => (index === 0 ? {} : { receiver: 'address="127.0.1.1"' }),
    wait: AWHILE,
  },
  {
    name: "no permission to use IPv4's multicast from IPv6",
    faults: ["multicast-unusable"],
    fails: true,
    node: (index) => (index === 0 ? {} : { options: ["-Djava.net.preferIPv4Stack=false"] }),
  },
  {
    name: "another multicast address",
    faults: ["groups-differ"],
    node: (index) => ({ membership: index === 0 ? "" : 'address="228.0.0.99"' }),
    wait: AWHILE,
  },
  {
    name: "a Receiver behind a firewall",
    faults: ["asymmetric-view"],
    besides: ["state-timeout", "message-not-sent"],
    node: () => ({}),
    before: ({ places }) => drop(places[1], "tcp dport 4000"),
    wait: AWHILE,
  },
  {
    name: "heartbeats that stop while the Receivers answer",
    faults: ["heartbeats-late"],
    node: () => ({ membership: SHORT_DROP }),
    act: async ({ network: { places } }) => drop(places[0], "udp dport 45564"),
    wait: 9000,
  },
  {
    name: "a network that is down for some seconds",
    faults: ["member-lost-while-running"],
    besides: ["multicast-not-sent", "multicast-unusable"],
    node: () => ({ membership: SHORT_DROP }),
    async act({ network: { places } }) {
      drop(places[0], "ip saddr 192.168.56.8");
      await sleep(6000);
      pass(places[0]);
    },
    wait: 4000,
  },
  {
    name: "a Java that stands still three times",
    faults: ["member-flapping"],
    // What it lost itself while it stood still.
    besides: ["member-lost-while-running"],
    node: () => ({ membership: SHORT_DROP, detector: "" }),
    async act({ tomcats }) {
      const [watcher, still] = tomcats;
      await tellsOf(watcher, "member-added", 1);
      for (let time = 1; time <= 3; time++) {
        still.signal("SIGSTOP");
        await tellsOf(watcher, "member-lost", time);
        still.signal("SIGCONT");
        await tellsOf(watcher, "member-added", time + 1);
      }
    },
  },
  {
    name: "no route for multicast",
    faults: ["multicast-unusable"],
    besides: ["multicast-not-joined"],
    fails: true,
    node: (index) => (index === 0 ? {} : { members: `<Membership className="${TRIBES}.membership.McastService"/>` }),
  },
  {
    name: "a Membership bound to an address of another machine",
    faults: ["address-not-here"],
    fails: true,
    node: (index) =>
      index === 0
        ? {}
        : { members: `<Membership className="${TRIBES}.membership.McastService" bind="192.168.56.99"/>` },
  },
  {
    name: "a Receiver on an address that the others have no route to",
    faults: ["not-reachable"],
    besides: ["asymmetric-view", "state-timeout"],
    node: (index) => (index === 0 ? {} : { receiver: 'address="10.9.9.9"' }),
    before: ({ places }) => inPlace(places[1], "ip", "addr", "add", "10.9.9.9/32", "dev", "lo"),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
    wait: AWHILE,
  },
  {
    name: "domains that differ",
    faults: ["domain-refused"],
    node: (index) => ({
      membership: `domain="shop${index}"`,
      interceptors: `<Interceptor className="${TRIBES}.group.interceptors.DomainFilterInterceptor" domain="shop${index}"/>`,
    }),
    wait: AWHILE,
  },
  {
    name: "a list of members with a wrong port",
    faults: [["asymmetric-view", /node2 never saw node1/]],
    node: (index) => ({
      cluster: ' channelStartOptions="3"',
      members: "",
      detector: `<Interceptor className="${TRIBES}.group.interceptors.TcpPingInterceptor"/>
        <Interceptor className="${TRIBES}.group.interceptors.TcpFailureDetector"/>
        ${staticMember(ADDRESSES[index === 0 ? 1 : 0], index === 0 ? 4000 : 4999)}`,
    }),
    wait: AWHILE,
  },
  {
    name: "cloud membership whose name and token are not there",
    faults: [
      ["name-unknown", /Service's name/],
      ["file-missing", /serviceaccount\/token/],
    ],
    besides: ["nodes-apart", "cloud-no-namespace"],
    node: (index) => ({
      members: `<Membership className="${TRIBES}.membership.cloud.CloudMembershipService" membershipProviderClassName="${index === 0 ? "dns" : "kubernetes"}"/>`,
    }),
    wait: AWHILE,
  },
  {
    name: "an interface that goes down",
    faults: ["multicast-unusable"],
    besides: ["member-lost-while-running", "member-died", "multicast-not-sent", "multicast-recovering"],
    node: () => ({ membership: SHORT_DROP }),
    async act({ network: { places } }) {
      inPlace(places[1], "ip", "link", "set", "eth0", "down");
      await sleep(8000);
      inPlace(places[1], "ip", "link", "set", "eth0", "up");
    },
    wait: 4000,
  },
];
