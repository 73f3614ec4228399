import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SERVER_NODE_FLAGS } from "../../client/src/server-node-flags.ts";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";
import { asJson, asYaml } from "./content.ts";
import { peakMemory, type Spread, spread, timed } from "./measure.ts";

/** Processes started for each figure. */
const STARTS = 7;
/** Edits made in one process: enough that the first ones, before the code is compiled, are not all there is. */
const EDITS = 200;
/** The same where each takes long; in characters. */
const LARGE = 1_000_000;
const EDITS_OF_LARGE = 40;

export interface Peer {
  readonly name: string;
  readonly words: readonly string[];
  readonly languageId: string;
  /** Its form of a server.xml. */
  readonly content: (xml: string) => string;
  /** False for servers that only push: what they send cannot be told apart from their waiting. */
  readonly pulls: boolean;
}

const peerFolder = fileURLToPath(new URL("./peers/node_modules/", import.meta.url));

const asXml = (xml: string): string => xml;

/** Our server, of this or another revision. */
export function ours(name: string, bundle: string): Peer {
  return { name, words: [...SERVER_NODE_FLAGS, bundle, "--stdio"], languageId: "xml", content: asXml, pulls: true };
}

/** The files of VS Code's JSON server. */
export const jsonServerFolder = `${peerFolder}vscode-langservers-extracted/lib/json-language-server/`;

/** Everyone who runs; in this order within each round, so that noise strikes all. */
export function peers(bareServer: string): readonly Peer[] {
  const json = `${peerFolder}vscode-langservers-extracted/bin/vscode-json-language-server`;
  const yaml = `${peerFolder}yaml-language-server/bin/yaml-language-server`;
  return [
    ours("tomcat-cluster", bundledServer),
    { name: "bare server", words: [bareServer, "--stdio"], languageId: "xml", content: asXml, pulls: true },
    { name: "VS Code JSON", words: [json, "--stdio"], languageId: "json", content: asJson, pulls: true },
    { name: "YAML", words: [yaml, "--stdio"], languageId: "yaml", content: asYaml, pulls: false },
  ].filter(({ words }) => words.some((word) => existsSync(word)));
}

export interface Figures {
  readonly initialize: Spread;
  readonly firstDiagnostics: Spread;
  readonly edit: Spread;
  readonly completion: Spread;
  readonly hover: Spread;
  /** MB. */
  readonly memory: number | undefined;
}

/** Measures one server on the text of a server.xml, in milliseconds. */
export async function measure(peer: Peer, xml: string): Promise<Figures> {
  const text = peer.content(xml);
  const uri = `file:///nowhere/conf/server.${peer.languageId}`;
  const initialize: number[] = [];
  const first: number[] = [];
  for (let round = 0; round < STARTS; round++) {
    const start = performance.now();
    const server = new ServerProcess(peer.words);
    try {
      await server.initialize(PULLING);
      initialize.push(performance.now() - start);
      await server.open(uri, text, peer.languageId);
      await diagnostics(peer, server, uri);
      first.push(performance.now() - start);
    } finally {
      server.kill();
    }
  }

  const server = new ServerProcess(peer.words);
  try {
    await server.initialize(PULLING);
    await server.open(uri, text, peer.languageId);
    await diagnostics(peer, server, uri);
    const place = inTheMiddle(text);
    const edit: number[] = [];
    const completion: number[] = [];
    const hover: number[] = [];
    for (let round = 0; round < (xml.length < LARGE ? EDITS : EDITS_OF_LARGE); round++) {
      // One digit typed, one taken away: every state is a text people write.
      const end = { ...place, character: place.character + 1 };
      edit.push(
        await timed(async () => {
          await (round % 2 === 0 ? server.edit(uri, place, place, "9") : server.edit(uri, place, end, ""));
          await diagnostics(peer, server, uri);
        }),
      );
      completion.push(await timed(() => server.ask("textDocument/completion", uri, place)));
      hover.push(await timed(() => server.ask("textDocument/hover", uri, place)));
    }
    const memory = peakMemory(server.child.pid);
    return {
      initialize: spread(initialize),
      firstDiagnostics: spread(first),
      edit: spread(peer.pulls ? edit : []),
      completion: spread(completion),
      hover: spread(hover),
      memory,
    };
  } finally {
    server.kill();
  }
}

/** Waits for the answer about the present text; a server that only pushes is asked for its symbols instead. */
async function diagnostics(peer: Peer, server: ServerProcess, uri: string): Promise<void> {
  if (peer.pulls) await server.pull(uri);
  else await server.connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri } });
}

/** Behind the first digit of a number in the middle of the text. */
export function inTheMiddle(text: string): { line: number; character: number } {
  const middle = text.length >> 1;
  const before = text.slice(0, middle + text.slice(middle).search(/"\d\d+"/) + 2).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
