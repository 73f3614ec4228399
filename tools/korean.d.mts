/** The code of a bundled file without its Korean texts, and that of the file with them where it has many. */
export function withoutKorean(code: string, name: string): { readonly code: string; readonly korean?: string };
