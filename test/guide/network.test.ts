import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";

const guide = (name: string) => readFileSync(new URL(`../../client/walkthrough/${name}.md`, import.meta.url), "utf8");
const english = guide("network");

/** Commands of the blocks for a shell, a line each, and those that stand inside a sentence. */
function commandsOf(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```sh\n([^`]*)^```/gm)].flatMap(([, block = ""]) => block.trim().split("\n"));
  const inline = [...text.matchAll(/`((?:route|up ip) [^`]+)`/g)].map(([, command = ""]) => command);
  return [...blocks, ...inline];
}
const commands = commandsOf(english);
const commandsWith = (start: string) => commands.filter((each) => each.startsWith(start));

const has = (program: string) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
const needed = ["ip", "route", "nft", "nmcli", "firewall-offline-cmd", "ifup", "unshare"];
const missing = needed.filter((program) => !has(program));
/** A network with the guide's interface, from which nothing leaves. */
const NETWORK = [
  "ip link set lo up",
  "ip link add enp0s8 type veth peer name other",
  "ip addr add 192.168.56.7/24 dev enp0s8",
  "ip link set enp0s8 up",
  "ip link set other up",
].join(" && ");
const isolated = missing.length === 0 && spawnSync("unshare", ["--net", "sh", "-c", NETWORK]).status === 0;
const skip = isolated ? false : `the guide's commands: needs Linux, namespaces, and ${needed.join(", ")}`;

/** What a script prints in such a network; it must succeed. */
function inNetwork(...script: readonly string[]): string {
  const words = ["--net", "sh", "-e", "-c", [NETWORK, ...script].join("\n")];
  const { status, stdout, stderr } = spawnSync("unshare", words, { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout;
}

function shell(script: string): string {
  const { status, stdout, stderr } = spawnSync("sh", ["-e", "-c", script], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout;
}

describe("the guide's commands", { skip }, () => {
  for (const command of [...commandsWith("ip route"), ...commandsWith("route")]) {
    test(command, () => {
      assert.match(inNetwork(command, "ip route"), /^224\.0\.0\.0\/4 dev enp0s8/m);
    });
  }

  test("the rules of nftables", () => {
    const rules = commandsWith("nft");
    const chain = "nft add chain inet filter input '{ type filter hook input priority 0; policy drop; }'";
    const listed = inNetwork("nft add table inet filter", chain, ...rules, "nft list chain inet filter input");
    assert.equal(rules.length, 2);
    for (const rule of rules) assert.ok(listed.includes(rule.replace("nft add rule inet filter input ", "")), listed);
  });

  test("the rules of firewalld", () => {
    const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-firewall-"));
    try {
      const rules = commandsWith("firewall-cmd --permanent");
      for (const rule of rules) {
        shell(rule.replace("firewall-cmd --permanent", `firewall-offline-cmd --system-config ${folder}`));
      }
      const zone = readFileSync(join(folder, "zones", "public.xml"), "utf8");
      assert.match(zone, /<port port="4000-4100" protocol="tcp"\/>/);
      assert.match(zone, /<port port="45564" protocol="udp"\/>/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("the route kept by NetworkManager", () => {
    const [modify] = commandsWith("nmcli connection modify");
    const add = "nmcli --offline connection add type ethernet con-name enp0s8 ifname enp0s8";
    const profile = shell(
      `${add} | ${modify?.replace("nmcli connection modify enp0s8", "nmcli --offline connection modify")}`,
    );
    assert.match(profile, /^route1=224\.0\.0\.0\/4$/m);
    assert.deepEqual(commandsWith("nmcli connection up"), ["nmcli connection up enp0s8"]);
  });

  test("the route kept by /etc/network/interfaces", () => {
    const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-interfaces-"));
    try {
      const [line] = commandsWith("up ip");
      const interfaces = join(folder, "interfaces");
      writeFileSync(interfaces, `iface enp0s8 inet static\n  address 192.168.56.7/24\n  ${line}\n`);
      const { stdout, stderr } = spawnSync("ifup", ["--no-act", "--verbose", `--interfaces=${interfaces}`, "enp0s8"], {
        encoding: "utf8",
      });
      assert.match(stdout + stderr, /^ip route add 224\.0\.0\.0\/4 dev enp0s8$/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("the guide has the same commands and files in Korean", () => {
  const code = (text: string) => [...text.matchAll(/^```\w+\n[^`]*^```/gm)].map(([block]) => block);
  for (const name of ["create", "network", "members", "prove"]) {
    assert.deepEqual(code(guide(`${name}.nls.ko`)), code(guide(name)));
  }
  assert.deepEqual(commandsOf(guide("network.nls.ko")), commands);
});
