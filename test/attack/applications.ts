import { fill, type Hostile, server } from "./hostile.ts";

const CLUSTERED = server({ channel: "" });
const APPLICATION = "webapps/shop";

/** An application whose web.xml says that it is distributable. */
const shop = (files: Readonly<Record<string, string>>) => ({
  "conf/server.xml": CLUSTERED,
  [`${APPLICATION}/WEB-INF/web.xml`]: '<web-app version="4.0"><distributable/></web-app>',
  ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`${APPLICATION}/${name}`, text])),
});

const page = (make: (size: number) => string): Hostile => {
  return (size) => shop({ "a.jsp": make(size) });
};

/** A class file with nothing but a name and a superclass, in base64. */
function compiled(name: string, superclass: string): string {
  const utf8 = (text: string) => [1, text.length >> 8, text.length & 255, ...Buffer.from(text)];
  const pool = [...utf8(name), 7, 0, 1, ...utf8(superclass), 7, 0, 3];
  const head = [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52, 0, 5];
  // Public; this class and its superclass; no interfaces, fields, methods and attributes.
  return Buffer.from([...head, ...pool, 0, 33, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0]).toString("base64");
}

/** What an application's pages and classes may hold. */
export const APPLICATIONS: Readonly<Record<string, Hostile>> = {
  "beans of the session in a JSP": page((size) =>
    fill(size, () => '<jsp:useBean id="a" class="b.C" scope="session"/>\n'),
  ),
  "beans without an end in a JSP": page((size) => fill(size, () => "<jsp:useBean a=")),
  "calls in a JSP": page((size) => `<% ${fill(size, () => 'session.setAttribute("a", new Object());\n')} %>`),
  "calls without an end in a JSP": page((size) => `<% ${fill(size, () => 'session.setAttribute("a", new A(')} %>`),
  "scriptlets without an end": page((size) => fill(size, () => "<% ")),
  "quotes in a JSP's Java": page((size) => `<% ${fill(size, () => "\"'")} %>`),
  "backslashes in a JSP's Java": page((size) => `<% "${fill(size, () => '\\"')} %>`),
  "comments in a JSP": page((size) => fill(size, () => "<%--")),
  "imports in a JSP": page((size) => fill(size, (index) => `<%@ page import="a${index}.*, b.C${index}" %>\n`)),
  "imports and calls in a JSP": page(
    (size) =>
      `${fill(size / 2, (index) => `<%@ page import="a${index}.*" %>\n`)}<% ${fill(size / 2, (index) => `session.setAttribute("a", new C${index}());\n`)} %>`,
  ),
  "a long chain of superclasses": (size) => {
    const classes = Array.from({ length: size / 60 }, (_, index) => [
      `WEB-INF/classes/C${index}.class`,
      compiled(`C${index}`, `C${index + 1}`),
    ]);
    return shop(Object.fromEntries(classes));
  },
};
