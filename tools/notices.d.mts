/** The folders of the packages that esbuild took files from, by its metafiles. */
export function foldersOf(metafiles: readonly { readonly inputs: object }[]): readonly string[];
/** The text of THIRD-PARTY-NOTICES for some folders of packages. */
export function noticesOf(folders: readonly string[]): string;
/** The packages that a text of this kind speaks of, as `name@version`. */
export function packagesIn(notices: string): readonly string[];
