/** The build puts the text of the file in. */
declare module "*.xml" {
  const text: string;
  export default text;
}
