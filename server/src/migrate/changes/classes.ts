import type { Edit } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import type { FoundChange } from "../model.ts";
import { CLASS_CHANGES, type ClassChange, PROTOCOL_CHANGES } from "../tables/classes.ts";
import { byHand, type ChangeFinder, changed, componentsOf, leadsTo } from "./change.ts";

/** Classes that the next line no longer has: replaced by their successor, removed, or reported as to do by hand. */
export const classes: ChangeFinder = function* ({ file, step }) {
  for (const component of componentsOf(file)) {
    const { className } = component;
    const change = CLASS_CHANGES.find(({ name, gone }) => name === className && leadsTo(step, gone));
    if (change && component.has("className")) yield finding(component, change);
    const protocol = component.name === "Connector" ? component.text("protocol") : undefined;
    const by = PROTOCOL_CHANGES.find(({ name, gone }) => name === protocol && leadsTo(step, gone));
    if (by) {
      const why = { text: by.text, source: by.source, since: step.to.line };
      yield changed(component.spanOf("protocol"), "Connector", why, [component.setAttribute("protocol", by.by)]);
    }
  }
};

function finding(component: Component, { by, remove, drops = [], text, source, gone }: ClassChange): FoundChange {
  const at = component.spanOf("className");
  const why = { text, source, since: gone };
  if (remove) return changed(at, component.name, why, [component.remove()]);
  if (by === undefined) return byHand(at, component.name, why);
  const edits: Edit[] = [component.setAttribute("className", by)];
  for (const name of drops) {
    const attribute = component.attribute(name);
    if (attribute) edits.push(component.removeAttribute(attribute));
  }
  return changed(at, component.name, why, edits);
}
