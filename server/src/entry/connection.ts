import { type Connection, createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { StreamMessageReader } from "vscode-languageserver-protocol/node";
import { JoinedWriter } from "./joined-writer.ts";

/** The connection that the command line names: stdio is opened here, all else by the library. */
export function openConnection(): Connection {
  if (!process.argv.includes("--stdio")) return createConnection(ProposedFeatures.all);
  const reader = new StreamMessageReader(process.stdin);
  // After a malformed message the start of the next one cannot be found, so the server could answer nothing any more.
  reader.onError((error) => end(1, `a message cannot be read: ${error.message}`));
  const connection = createConnection(ProposedFeatures.all, reader, new JoinedWriter(process.stdout));
  let shutdown = false;
  connection.onShutdown(() => {
    shutdown = true;
  });
  const gone = () => end(shutdown ? 0 : 1);
  process.stdin.on("end", gone).on("close", gone);
  process.stdout.on("error", gone);
  // Output of a library must not get between two messages.
  console.log = console.info = console.debug = console.error;
  return connection;
}

let ending = false;

function end(code: number, reason?: string): void {
  if (ending) return;
  ending = true;
  if (reason !== undefined) process.stderr.write(`tomcat-cluster-language-server ends: ${reason}\n`);
  process.exit(code);
}
