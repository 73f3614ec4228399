/** The address of a server as a user writes it, `http://` where there is no scheme; undefined for any other address. */
export function httpUrl(written: string): URL | undefined {
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(written)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") return undefined;
  const text = scheme === undefined ? `http://${written}` : written;
  return URL.canParse(text) ? new URL(text) : undefined;
}
