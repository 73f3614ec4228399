import { PAGE_REQUEST, RULES_REQUEST } from "../../protocol.ts";
import { rules } from "../../rules/index.ts";
import type { RequestGroup } from "../session.ts";

/** Pages about findings, and the rules there are. */
export const pageRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    const { connection, host } = session;
    connection.onRequest(PAGE_REQUEST, async ({ code }) => {
      const page = await host.pageText(code, session);
      if (page !== undefined) return page;
      const { kindPage } = await import("../../features/logs/index.ts");
      return kindPage(code, session.locale) ?? null;
    });
    connection.onRequest(RULES_REQUEST, () =>
      rules.map(({ id, summary }) => ({ id, summary: summary[session.locale] })),
    );
  },
};
