/** The key under which a browser keeps the look that was chosen; a page may be denied to keep anything. */
const KEY = "look";

/** A button that changes between the light and the dark look; without a choice the page looks as the system does. */
export function lookButton(button: HTMLElement): void {
  const { dataset } = document.documentElement;
  const kept = read();
  if (kept === "light" || kept === "dark") dataset["look"] = kept;
  button.addEventListener("click", () => {
    const dark = dataset["look"] ? dataset["look"] === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const look = dark ? "light" : "dark";
    dataset["look"] = look;
    try {
      localStorage.setItem(KEY, look);
    } catch {
      // The look holds for this visit.
    }
  });
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
