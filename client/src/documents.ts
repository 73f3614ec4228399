import * as vscode from "vscode";

/** How the names of templates end that become an XML file, in whatever language an editor takes them for. */
const TEMPLATES = "**/*.xml.{j2,erb,tpl,tmpl}";

/** The documents that may be Tomcat's: XML, and templates of it. What stands in them decides. */
export const XML_DOCUMENTS = [{ language: "xml" }, { language: "jinja-xml" }, { pattern: TEMPLATES }];

export function isXml(document: vscode.TextDocument): boolean {
  return vscode.languages.match(XML_DOCUMENTS, document) > 0;
}
