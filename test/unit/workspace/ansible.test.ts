import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hoverVariable } from "../../../server/src/features/hover-variable.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const TEMPLATE = "ops/roles/tomcat/templates/server.xml.j2";

/** The hover at `$0` of a template whose Receiver has this port, with files around it. */
async function said(port: string, around: Readonly<Record<string, string>>, path = TEMPLATE) {
  const marked = `<Server port="8005">\n  <Service name="Catalina"><Engine name="Catalina" jvmRoute="${port}"/></Service>\n</Server>\n`;
  const offset = marked.indexOf("$0");
  const workspace = workspaceOf(new Map([[path, marked.replace("$0", "")], ...Object.entries(around)]), "9.0");
  const file = await workspace.fileAt(path);
  assert.ok(file);
  return hoverVariable(file, offset, await workspace.variablesFor(path), "en")?.markdown.split("\n\n");
}

const STRONGER = "A play, a fact, the inventory file or `-e` may set another value.";

describe("a variable of Ansible's in a template", () => {
  test("is told with all places that set it, the strongest first", async () => {
    const files = {
      "ops/roles/tomcat/defaults/main.yml": "port: 1\n",
      "ops/roles/tomcat/vars/main.yaml": "---\nport: 6\n",
      "ops/group_vars/all/ports.yml": "# ports\nport: 2\n",
      "ops/group_vars/web": "port: 3\n",
      "ops/inventories/live/group_vars/web.yml": "port: 4\n",
      "ops/host_vars/node1.yml": 'port: "5"\n',
      "ops/roles/other/defaults/main.yml": "port: 9\n",
      "ops/group_vars/.web.yml.swp": "port: 9\n",
    };
    assert.deepEqual(await said("{{ po$0rt }}", files), [
      "`port`",
      [
        "- `6` vars/main.yaml:2",
        "- `5` host_vars/node1.yml:1",
        "- `3` group_vars/web:1",
        "- `4` group_vars/web.yml:1",
        "- `2` all/ports.yml:2",
        "- `1` defaults/main.yml:1",
      ].join("\n"),
      `Of these, Ansible takes the first that applies to a node. ${STRONGER}`,
    ]);
  });

  const one = {
    "ops/roles/tomcat/defaults/main.yml": "tomcat:\n  port: 4000\n  key: abc\n  list: [1]\nother: '{{ x }}'\n",
  };

  test("may be a part of a map, in a filter's argument or a condition", async () => {
    for (const text of [
      "{{ tomcat.p$0ort | int }}",
      "{{ x | default(tom$0cat.port) }}",
      "{% if tomcat.port$0 %}a{% endif %}",
    ]) {
      assert.deepEqual(await said(text, one), ["`tomcat.port`", "- `4000` defaults/main.yml:2", STRONGER], text);
    }
    assert.deepEqual((await said("{{ tomcat.ho$0st }}", one))?.slice(0, 2), ["`tomcat`", "- defaults/main.yml:1"]);
  });

  test("has no value where that is a secret, a list or made from others", async () => {
    assert.equal((await said("{{ tomcat.k$0ey }}", one))?.[1], "- \\*\\*\\* defaults/main.yml:3");
    const secret = { "ops/roles/tomcat/defaults/main.yml": "password: abc\n" };
    assert.equal((await said("{{ pass$0word }}", secret))?.[1], "- \\*\\*\\* defaults/main.yml:1");
    assert.equal((await said("{{ tomcat.li$0st }}", one))?.[1], "- defaults/main.yml:4");
    assert.equal((await said("{{ oth$0er }}", one))?.[1], "- defaults/main.yml:5");
    const vault = { "ops/roles/tomcat/defaults/main.yml": "port: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  3031\n" };
    assert.equal((await said("{{ po$0rt }}", vault))?.[1], "- defaults/main.yml:1");
  });

  test("is none in a text, as a filter, outside of an expression and in another template", async () => {
    const files = { "ops/roles/tomcat/defaults/main.yml": "port: 1\n" };
    for (const text of ["{{ 'po$0rt' }}", "{{ x | po$0rt }}", "{{ x.po$0rt }}", "po$0rt{{ x }}", "{# po$0rt #}"]) {
      assert.equal(await said(text, files), undefined, text);
    }
    assert.equal(
      await said("{{ po$0rt }}", { "ops/defaults/main.yml": "port: 1\n" }, "ops/files/server.xml.j2"),
      undefined,
    );
    const encrypted = { "ops/roles/tomcat/defaults/main.yml": "$ANSIBLE_VAULT;1.1;AES256\nport: 1\n" };
    assert.equal(await said("{{ po$0rt }}", encrypted), undefined);
  });

  test("may be set beside a playbook without roles", async () => {
    const files = { "ops/group_vars/all.yml": "port: 1\n" };
    assert.equal(
      (await said("{{ po$0rt }}", files, "ops/templates/tomcat/server.xml.j2"))?.[1],
      "- `1` group_vars/all.yml:1",
    );
  });
});
