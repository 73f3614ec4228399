import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import * as vscode from "vscode";
import { heartbeat, LEAVING } from "../../harness/heartbeat.ts";
import { example } from "./helpers.ts";

/** A group no cluster has, on loopback alone: nothing of this leaves the machine. */
const GROUP = "239.255.71.4";
const PORT = 45_998;
const SERVER = `<Server>
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="node1">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          <Membership className="org.apache.catalina.tribes.membership.McastService"
                      address="${GROUP}" port="${PORT}" bind="127.0.0.1"/>
        </Channel>
      </Cluster>
    </Engine>
  </Service>
</Server>
`;

interface Tested {
  readonly outcome: string;
  readonly text: string;
  readonly view: { readonly message: string | undefined; readonly labels: readonly string[] };
}

async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = example(path);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  return uri;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("beyond the files", () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    const uri = await write("probe/conf/server.xml", SERVER);
    editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  });
  afterEach(() => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  it("hears members on the group of the file, and stops when told", async () => {
    const socket = createSocket("udp4");
    await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
    socket.setMulticastInterface("127.0.0.1");
    const send = (bytes: Uint8Array) => socket.send(bytes, PORT, GROUP);
    const beating = setInterval(() => {
      send(heartbeat({ host: [127, 0, 0, 1], port: 4000, domain: "delta" }));
      send(heartbeat({ host: [127, 0, 0, 1], port: 4001, command: LEAVING }));
    }, 200);
    try {
      const test = vscode.commands.executeCommand<Tested>("tomcatCluster.probeMulticast");
      await wait(3000);
      await vscode.commands.executeCommand("tomcatCluster.stopProbe");
      const { outcome, text, view } = await test;
      assert.deepEqual([outcome, text], ["works", "Multicast works: 2 members heard."]);
      assert.ok(text && view.message?.startsWith(text));
      assert.deepEqual(view.labels.slice(0, 2), ["127.0.0.1:4000", "127.0.0.1:4001"]);
      assert.match(view.message ?? "", /only its own machine reaches/);
    } finally {
      clearInterval(beating);
      socket.close();
    }
  });

  it("says that nothing came", async () => {
    const test = vscode.commands.executeCommand<Tested>("tomcatCluster.probeMulticast");
    await wait(1500);
    await vscode.commands.executeCommand("tomcatCluster.stopProbe");
    const { outcome, view } = await test;
    assert.equal(outcome, "nothing");
    assert.ok(view.message?.startsWith(`Nothing came from ${GROUP}:${PORT}.`));
    assert.match(view.message ?? "", /\(1\) \S.* \(2\) \S.*StaticMembershipService/);
  });

  it("shows what a real Tomcat says beside our own findings, until the file is edited", async () => {
    const complaint = "Match [Server/Service/Engine] failed to set property [jvmRoute] to [node1]";
    await write("home/bin/catalina.sh", `echo "WARNING: ${complaint}"\n`);
    const home = await write("home/note", "");
    const settings = vscode.workspace.getConfiguration("tomcatCluster");
    const folder = vscode.Uri.joinPath(home, "..").fsPath;
    await settings.update("catalinaHome", folder, vscode.ConfigurationTarget.Workspace);
    const said = () =>
      vscode.languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === "Tomcat configtest");
    try {
      const { outcome } = await vscode.commands.executeCommand<Tested>("tomcatCluster.configtest");
      assert.equal(outcome, "accepted");
      const [diagnostic] = said();
      assert.ok(diagnostic);
      assert.deepEqual(
        [diagnostic.message, editor.document.getText(diagnostic.range)],
        [complaint, 'jvmRoute="node1"'],
      );
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), " "));
      assert.deepEqual(said(), []);
    } finally {
      await settings.update("catalinaHome", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
