import type { Property } from "../config/properties.ts";

/** The names of a template's variables, each with the places that set it, the strongest first. */
export type TemplateVariables = ReadonlyMap<string, readonly Property[]>;

export const NO_VARIABLES: TemplateVariables = new Map();

/** True for a template that Ansible may fill in. */
export function mayBeAnsible(path: string): boolean {
  return /(?:^|\/)templates\/(?:.*\/)?[^/]+\.j2$/.test(path);
}
