/** Pixels for each unit of the drawing: sharp on the screens of today. */
const SCALE = 2;
/** The largest side that browsers can draw, in pixels. */
const LARGEST = 16_000;

/** A PNG of an SVG as a `data:` address; null where it cannot be made. */
export async function pngOf(svg: string): Promise<string | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const scale = Math.min(SCALE, LARGEST / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const data = canvas.toDataURL("image/png");
  return data.startsWith("data:image/png;base64,") ? data : null;
}
