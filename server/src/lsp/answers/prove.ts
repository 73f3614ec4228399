import { type CancellationToken, ErrorCodes, ResponseError } from "vscode-languageserver";
import { proofPage } from "../../features/proof-page.ts";
import { PROVE_STEP_NOTIFICATION, type ProveAnswer, type ProveParams } from "../../protocol.ts";
import { causesOf, type Suspect } from "../../prove/causes.ts";
import type { ProveHost } from "../../prove/port.ts";
import { prove } from "../../prove/prove.ts";
import { outcomeOf } from "../../prove/verdict.ts";
import { verdictsOf } from "../../prove/verdicts.ts";
import { askText } from "../../prove/words.ts";
import type { Session } from "../session.ts";

const ROUNDS = 50;
/** Milliseconds. */
const PATIENCE = 10_000;

export async function proveAnswer(
  session: Session,
  params: ProveParams,
  token: CancellationToken,
): Promise<ProveAnswer> {
  const { host, locale, connection } = session;
  if (!host.prove) throw new ResponseError(ErrorCodes.InvalidRequest, "This server cannot ask other machines.");
  const ours = await host.prove();
  const targets = ours.targets(params.urls).filter((target) => typeof target !== "string");
  const [balancer] = ours.targets(params.balancer === null ? [] : [params.balancer]);
  if (targets.length !== params.urls.length || targets.length < 2 || typeof balancer === "string") {
    throw new ResponseError(ErrorCodes.InvalidParams, "Two addresses or more are needed.");
  }
  const { host: machine, stop } = ours.begin({ ca: undefined, insecure: params.insecure });
  const tell = (text: string) => {
    // The connection is closed: no client is left that would get the answer.
    connection.sendNotification(PROVE_STEP_NOTIFICATION, { token: params.token, text }).catch(stop);
  };
  const watching: ProveHost = {
    ...machine,
    onRound: (done, all) => tell(`${done}/${all}`),
    ...(params.failover && { ask: (what, node) => tell(askText(what, node)[locale]) }),
  };
  const cancelled = token.onCancellationRequested(stop);
  if (token.isCancellationRequested) stop();
  const facts = await prove({ targets, balancer, rounds: ROUNDS, patience: PATIENCE }, watching);
  cancelled.dispose();
  const verdicts = verdictsOf(facts);
  const causes = causesOf(verdicts, await suspectsIn(session));
  return {
    outcome: outcomeOf(verdicts),
    verdicts: verdicts.map(({ id }) => id),
    page: proofPage(facts, verdicts, causes, locale),
  };
}

/** The findings in all files of the workspace. */
async function suspectsIn({ workspace }: Session): Promise<readonly Suspect[]> {
  const suspects: Suspect[] = [];
  for (const path of await workspace.configurationFiles()) {
    const snapshot = await workspace.snapshot(path);
    if (!snapshot) continue;
    for (const { code, severity, at, text } of snapshot.diagnostics) {
      const { line } = snapshot.file.lines.positionAt(at.start);
      suspects.push({ id: code, severity, from: "configuration", place: `${path}:${line + 1}`, text });
    }
  }
  return suspects;
}
