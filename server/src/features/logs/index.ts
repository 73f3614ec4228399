/** What an editor says of logs, in one file that is loaded with the first log. */
export { kindPage } from "../../logs/kinds/page.ts";
export { LONGEST_LOG, logDiagnostics } from "./diagnostics.ts";
export { hoverLog, LINES_BEFORE, LINES_BEHIND } from "./hover.ts";
export { logPage } from "./page.ts";
