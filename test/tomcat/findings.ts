import type { Diagnostic } from "../../server/src/lint/diagnostic.ts";
import { workspaceOf } from "../harness/workspace.ts";
import { notesOf, type RealTomcat } from "./tomcats.ts";

/** What we find in a server.xml that stands alone below a Tomcat of this release. */
export async function findingsOn(tomcat: RealTomcat, text: string): Promise<readonly Diagnostic[]> {
  const path = "conf/server.xml";
  const snapshot = await workspaceOf(new Map([[path, text], notesOf(tomcat)]), "auto").snapshot(path);
  return snapshot?.diagnostics ?? [];
}
