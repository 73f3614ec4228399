import * as vscode from "vscode";

/** How the names of templates end that become an XML file, in whatever language an editor takes them for. */
const TEMPLATES = "**/*.xml.{j2,erb,tpl,tmpl}";

/** The documents that may be Tomcat's: XML, and templates of it. What stands in them decides. */
export const XML_DOCUMENTS = [{ language: "xml" }, { language: "jinja-xml" }, { pattern: TEMPLATES }];

export function isXml(document: vscode.TextDocument): boolean {
  return vscode.languages.match(XML_DOCUMENTS, document) > 0;
}

/** The documents that may be a Tomcat's log: not what the output panel shows, which VS Code calls a log too. */
export const LOG_DOCUMENTS = ["file", "untitled", "vscode-vfs", "vscode-test-web"].map((scheme) => ({
  scheme,
  language: "log",
}));

export function isLog(document: vscode.TextDocument): boolean {
  return vscode.languages.match(LOG_DOCUMENTS, document) > 0;
}
