import type { LogTimeline, TimelineEvent } from "../../../../server/src/protocol.ts";
import { nodeName } from "../../node-name.ts";
import { make } from "../../view/make.ts";
import type { TimelineTexts } from "../messages.ts";
import { clockOf, dayOf } from "./time.ts";

/** With more nodes than these each row names its node instead of standing in its column. */
const MOST_COLUMNS = 6;

/** Every event in a row, each node in a column of its own. */
export function tableOf(timeline: LogTimeline, texts: TimelineTexts): Element {
  const { nodes, events } = timeline;
  const wide = nodes.length > MOST_COLUMNS;
  const heads = [texts.time, ...(wide ? [texts.events] : nodes.map(({ name }) => name))];
  const columns = wide ? 1 : nodes.length;
  let day = "";
  const rows = events.flatMap((event, index) => {
    const date = event.time === null ? day : dayOf(event.time);
    const name = nodeName(timeline, event.node);
    const cells = Array.from({ length: columns }, (_, column) =>
      wide || column === event.node
        ? make("td", {}, buttonOf({ event, index, node: name }, texts, wide))
        : make("td", { class: "lane" }),
    );
    const time = event.time === null ? "" : clockOf(event.time);
    const row = make("tr", { class: event.weight }, make("th", { scope: "row" }, time), ...cells);
    if (date === day) return [row];
    day = date;
    return [make("tr", { class: "day" }, make("th", { colspan: `${columns + 1}`, scope: "rowgroup" }, date)), row];
  });
  const head = make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)));
  return make("table", { class: "events" }, make("thead", {}, head), make("tbody", {}, ...rows));
}

interface Row {
  readonly event: TimelineEvent;
  readonly index: number;
  /** The name of the event's node. */
  readonly node: string;
}

function buttonOf({ event, index, node }: Row, texts: TimelineTexts, named: boolean): Element {
  const { weight, title, about, place, time } = event;
  const label = [time === null ? "" : clockOf(time), node, texts.weights[weight], title, about, place.label];
  return make(
    "button",
    {
      type: "button",
      class: "event",
      "data-event": `${index}`,
      "data-node": `${event.node}`,
      "aria-label": label.filter((part) => part !== "").join(", "),
      title: place.label,
    },
    make("span", { class: "sign", "aria-hidden": "true" }, { fault: "✕", notice: "▲", normal: "•" }[weight]),
    ...(named ? [make("b", {}, `${node} `)] : []),
    make("span", { class: "what" }, title),
    make("span", { class: "dim" }, about),
  );
}
