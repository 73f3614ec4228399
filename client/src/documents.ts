import * as vscode from "vscode";

/** Names of templates of XML files, whatever language an editor assigns to them. */
const TEMPLATES = "**/*.xml.{j2,erb,tpl,tmpl}";

/** The documents that may be Tomcat's: XML files, and templates of them. Their content decides. */
export const XML_DOCUMENTS = [{ language: "xml" }, { language: "jinja-xml" }, { pattern: TEMPLATES }];

export function isXml(document: vscode.TextDocument): boolean {
  return vscode.languages.match(XML_DOCUMENTS, document) > 0;
}

/** True for YAML, which may hold configurations: a ConfigMap's. */
export function isYaml({ languageId }: vscode.TextDocument): boolean {
  return languageId === "yaml" || languageId === "helm";
}

/** The documents that may be a Tomcat's log: not what the output panel shows, which VS Code calls a log too. */
export const LOG_DOCUMENTS = ["file", "untitled", "vscode-vfs", "vscode-test-web"].map((scheme) => ({
  scheme,
  language: "log",
}));

export function isLog(document: vscode.TextDocument): boolean {
  return vscode.languages.match(LOG_DOCUMENTS, document) > 0;
}
