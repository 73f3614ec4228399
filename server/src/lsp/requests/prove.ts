import { PROVE_REQUEST } from "../../protocol.ts";
import type { RequestGroup } from "../session.ts";

/** The proof of an editor: a request held open; cancelling it ends the proof and every session it began. */
export const proveRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    session.connection.onRequest(PROVE_REQUEST, async (params, token) => {
      const { proveAnswer: answerOf } = await import("../answers/prove.ts");
      return answerOf(session, params, token);
    });
  },
};
