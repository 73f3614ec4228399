/** Characters after which completion may open by itself; `complete` decides where. */
export const TRIGGER_CHARACTERS = ["<", "/", " ", '"', "'", "=", "{", ","] as const;
