import { isSeq, type Node } from "yaml";
import { itemsOf, textOf, type Yaml } from "./yaml.ts";

/** What the images of Tomcat run by themselves, and its forms for a debugger. */
const USUAL = /^(?:\S*\/)?catalina\.(?:sh|bat)(?:\s+(?:jpda|-security|run|start))*$/;

/** True for a command that starts something else than Tomcat's own script: it may set options. */
export function isOwnCommand(command: Node | undefined, document: Yaml): boolean {
  if (command === undefined) return false;
  const words = isSeq(command)
    ? itemsOf(command, document).map((each) => textOf(each) ?? "?")
    : [textOf(command) ?? "?"];
  return !isUsualCommand(words.join(" "));
}

export function isUsualCommand(command: string): boolean {
  return USUAL.test(command.trim());
}
