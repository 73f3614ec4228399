/** The folders of the packages that these modules are from, by their paths. */
export function foldersOf(modules: readonly string[]): readonly string[];
/** The text of THIRD-PARTY-NOTICES for some folders of packages. */
export function noticesOf(folders: readonly string[]): string;
/** The packages that a text of this kind speaks of, as `name@version`. */
export function packagesIn(notices: string): readonly string[];
