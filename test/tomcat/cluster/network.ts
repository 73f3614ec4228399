import { spawnSync } from "node:child_process";

/** The nodes of the post: real inside the namespaces only. */
export const ADDRESSES = ["192.168.56.7", "192.168.56.8"] as const;

const PREFIX = "tomcat-cluster-";

/** Where one node runs: a namespace of its own, or this machine itself. */
export interface Place {
  readonly address: string;
  /** What stands before a command so that it runs there. */
  readonly enter: readonly string[];
}

/** Two machines on one network, from which nothing leaves. */
export interface Network {
  readonly places: readonly [Place, Place];
  remove(): void;
}

function ip(...words: readonly string[]): { readonly ok: boolean; readonly output: string } {
  const { status, stdout, stderr } = spawnSync("ip", words, { encoding: "utf8" });
  return { ok: status === 0, output: status === 0 ? stdout : (stderr ?? "") };
}

/**
 * Two network namespaces joined by a cable; undefined where this machine does not let us make them.
 *
 * @param multicastRoute true for the route the post adds; without it only a Membership with `bind` finds its network.
 */
export function makeNetwork(multicastRoute = false): Network | undefined {
  removeLeftovers();
  const id = `${process.pid}-${Math.random().toString(36).slice(2, 6)}`;
  const names = [`${PREFIX}${id}-a`, `${PREFIX}${id}-b`] as const;
  const remove = () => {
    for (const name of names) removeNamespace(name);
  };
  const steps: readonly (readonly string[])[] = [
    ...names.map((name) => ["netns", "add", name]),
    // Made in the first namespace, so that this machine never has either end.
    ["-n", names[0], "link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", names[1]],
    ...names.flatMap((name, index) => [
      ["-n", name, "addr", "add", `${ADDRESSES[index]}/24`, "dev", "eth0"],
      ["-n", name, "link", "set", "lo", "up"],
      ["-n", name, "link", "set", "eth0", "up"],
      ...(multicastRoute ? [["-n", name, "route", "add", "224.0.0.0/4", "dev", "eth0"]] : []),
    ]),
  ];
  if (!steps.every((words) => ip(...words).ok)) {
    remove();
    return undefined;
  }
  const place = (index: 0 | 1): Place => ({
    address: ADDRESSES[index],
    enter: ["ip", "netns", "exec", names[index]],
  });
  return { places: [place(0), place(1)], remove };
}

/** What a run left that was killed: its number is part of the names. */
function removeLeftovers(): void {
  for (const line of ip("netns", "list").output.split("\n")) {
    const [name = "", owner] = new RegExp(`^${PREFIX}(\\d+)-\\w+-[ab]`).exec(line) ?? [];
    if (owner !== undefined && !isAlive(Number(owner))) removeNamespace(name);
  }
}

/** Ends what runs in a namespace of ours, and removes it with its end of the cable. */
function removeNamespace(name: string): void {
  for (const pid of ip("netns", "pids", name).output.split("\n").map(Number)) {
    if (pid > 0 && Number.isInteger(pid)) kill(pid);
  }
  ip("netns", "del", name);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
