import {
  CREATE_CHECK_REQUEST,
  CREATE_FILES_REQUEST,
  CREATE_QUESTION_REQUEST,
  CREATE_SECRETS_REQUEST,
} from "../../protocol.ts";
import type { RequestGroup } from "../session.ts";

const load = () => import("../answers/create.ts");

/** "Create Cluster…": the server sends the questions, the client asks them, and the answers become files. */
export const createRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    const { connection } = session;
    connection.onRequest(CREATE_QUESTION_REQUEST, async (params) => (await load()).questionFor(session, params));
    connection.onRequest(CREATE_CHECK_REQUEST, async (params) => (await load()).problemOf(session, params));
    connection.onRequest(CREATE_FILES_REQUEST, async (params) => (await load()).filesFor(session, params));
    connection.onRequest(CREATE_SECRETS_REQUEST, async (params) => (await load()).makeSecrets(session, params));
  },
};
