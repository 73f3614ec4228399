/** esbuild puts imported styles into a file beside the script. */
declare module "*.css" {}
