import { TRIGGER_CHARACTERS } from "../../features/completion/trigger-characters.ts";
import type { RequestGroup } from "../session.ts";

const load = () => import("../answers/completion.ts");

export const completionRequests: RequestGroup = {
  capabilities: () => ({
    completionProvider: {
      triggerCharacters: [...TRIGGER_CHARACTERS],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  }),

  serve(session) {
    const { connection } = session;
    connection.onCompletion(async (params) => (await load()).completionsAt(session, params));
    connection.onCompletionResolve(async (item) => (await load()).explained(session, item));
  },
};
