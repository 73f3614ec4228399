import type { LiveAskAnswer } from "../../../server/src/protocol.ts";

/** How long an answer may take, in milliseconds, and how long it may be, in characters. */
const TIMEOUT = 15_000;
const LONGEST = 8_000_000;

/** One question to a manager application, at this address only. VS Code's own settings of proxies and certificates count. */
export async function askManager(url: string, authorization: string | undefined): Promise<LiveAskAnswer> {
  try {
    const answer = await fetch(url, {
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT),
      headers: authorization === undefined ? {} : { authorization },
    });
    return { status: answer.status, body: await bodyOf(answer) };
  } catch (error) {
    return { code: codeOf(error) };
  }
}

async function bodyOf({ body }: Response): Promise<string> {
  if (!body) return "";
  const decoder = new TextDecoder();
  let text = "";
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > LONGEST) {
      await reader.cancel();
      return text;
    }
  }
}

/** `fetch` keeps the system's code in the cause. */
function codeOf(error: unknown): string {
  if (error instanceof DOMException && error.name === "TimeoutError") return "TIMEOUT";
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return error instanceof Error ? error.message : String(error);
}
