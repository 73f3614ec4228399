import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when: string;
  readonly group?: string;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const { commands, menus, keybindings, configuration, walkthroughs } = manifest.contributes;
const items: readonly MenuItem[] = Object.values<readonly MenuItem[]>(menus).flat();
const client = readdirSync("client/src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(join("client/src", name), "utf8"))
  .join("\n");
const titles: Readonly<Record<string, string>> = JSON.parse(readFileSync("package.nls.json", "utf8"));

test("what menus, keys and pages run is a command, and every command is there", () => {
  const known = new Set(commands.map(({ command }: { command: string }) => command));
  const links = [...JSON.stringify([walkthroughs, titles]).matchAll(/command:(tomcatCluster\.\w+)/g)].map(
    ([, name]) => name,
  );
  const run = [...items, ...keybindings].flatMap(({ command }: MenuItem) => command ?? []);
  for (const name of [...run, ...links]) assert.ok(known.has(name), `${name} is no command`);
  const protocol = readFileSync("server/src/protocol.ts", "utf8");
  for (const name of known) {
    assert.ok(client.includes(`"${name}"`) || protocol.includes(`"${name}"`), `nothing registers ${name}`);
  }
});

test("what stands as a picture in a title or a row has one, and menus say in groups what is like what", () => {
  const pictures = new Map(commands.map(({ command, icon }: { command: string; icon?: string }) => [command, icon]));
  for (const { command, group = "" } of items) {
    if (command && /^(?:navigation|inline)/.test(group)) assert.ok(pictures.get(command), `${command} has no icon`);
  }
  for (const [menu, entries] of Object.entries<readonly MenuItem[]>(menus)) {
    if (menu !== "commandPalette")
      for (const { group } of entries) assert.ok(group, `an entry of ${menu} has no group`);
  }
});

test("the title of the view leaves room for its name", () => {
  const shown = menus["view/title"].filter(({ when, group }: MenuItem) => {
    return when.includes("tomcatCluster.clusters") && group?.startsWith("navigation") && !when.includes("!");
  });
  assert.equal(shown.length, 1);
});

test("logs of other programs have no entries of ours, unless there are Tomcats in the workspace", () => {
  const entry = menus["explorer/context"].find(({ command }: MenuItem) => command === "tomcatCluster.showLogTimeline");
  const [name, tomcats] = [...entry.when.matchAll(/=~ \/(.*?)\/(?= |\)|$)/g)].map(([, source]) => new RegExp(source));
  assert.ok(name && tomcats && entry.when.includes("tomcatCluster.hasServers ||"), entry.when);
  for (const own of ["catalina.out", "catalina.2024-01-01.log", "tomcat9.log.1"]) {
    assert.ok(name.test(own) && tomcats.test(own), own);
  }
  for (const other of ["npm-debug.log", "a.out"]) assert.ok(name.test(other) && !tomcats.test(other), other);
});

test("settings are in their order, each with its scope", () => {
  const settings = Object.values<{ order: number; scope: string }>(configuration.properties);
  assert.deepEqual(
    settings.map(({ order }) => order),
    settings.map((_, index) => index + 1),
  );
  for (const { scope } of settings) assert.match(scope, /^(?:resource|window|machine-overridable)$/);
});
