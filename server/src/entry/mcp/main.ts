import { localeOf } from "../../base/localized.ts";
import { startMcp } from "./start.ts";

/*
 * What the extension offers to the agents of VS Code: the same as `tomcat-cluster mcp`, without the other commands.
 * Words: the language, then the folders that may be read.
 */

const [language, ...folders] = process.argv.slice(2);

void startMcp(folders, localeOf(language));
