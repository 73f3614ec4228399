/** Arrow keys go from event to event: up and down among all that are shown, left and right among those of one node. */
export function enableMoving(root: HTMLElement): void {
  root.addEventListener("keydown", (event) => {
    const { target, key, ctrlKey, altKey, metaKey, shiftKey } = event;
    if (!(target instanceof HTMLElement) || ctrlKey || altKey || metaKey || shiftKey) return;
    if (target.dataset["event"] === undefined) return;
    const shown = [...root.querySelectorAll<HTMLElement>("tr:not([hidden]) [data-event]")];
    const to = next(shown, target, key);
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
}

function next(shown: readonly HTMLElement[], from: HTMLElement, key: string): HTMLElement | undefined {
  const own = shown.filter(({ dataset }) => dataset["node"] === from.dataset["node"]);
  switch (key) {
    case "ArrowUp":
      return shown[shown.indexOf(from) - 1];
    case "ArrowDown":
      return shown[shown.indexOf(from) + 1];
    case "ArrowLeft":
      return own[own.indexOf(from) - 1];
    case "ArrowRight":
      return own[own.indexOf(from) + 1];
    case "Home":
      return shown[0];
    case "End":
      return shown.at(-1);
    default:
      return undefined;
  }
}
