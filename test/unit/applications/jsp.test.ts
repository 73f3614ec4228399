import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { classNamed, readJsp } from "../../../server/src/applications/jsp.ts";

const put = (java: string) => readJsp(`<p>\n<%\n${java}\n%>`).attributes;

describe("a JSP", () => {
  test("puts beans of the session into it", () => {
    const { attributes } = readJsp(`<jsp:useBean id="cart" class="shop.Cart" scope="session"/>
<jsp:useBean id='other' scope='session'
             class='shop.Other'>
</jsp:useBean>
<jsp:useBean id="page" class="shop.Page"/>
<jsp:useBean id="typed" type="shop.Typed" scope="session"/>
<jsp:useBean id="late" class="<%= name %>" scope="session"/>`);
    assert.deepEqual(attributes, [
      { name: "cart", type: "shop.Cart", line: 1 },
      { name: "other", type: "shop.Other", line: 2 },
    ]);
  });

  test("puts what its Java makes on the spot", () => {
    assert.deepEqual(put('session.setAttribute("cart", new shop.Cart(1, f(")")));'), [
      { name: "cart", type: "shop.Cart", line: 3 },
    ]);
    assert.deepEqual(put("\nsession . setAttribute( Names.CART ,\nnew Cart( ) ) ;"), [
      { name: undefined, type: "Cart", line: 4 },
    ]);
  });

  test("puts into sessions of the request and of variables", () => {
    const java = `request.getSession().setAttribute("a", new A());
HttpSession s = request.getSession( true );
s.setAttribute("b", new B());
request . getSession(false) . setAttribute("c", new C());
session.setAttribute("d", new D());`;
    assert.deepEqual(put(java), [
      { name: "a", type: "A", line: 3 },
      { name: "b", type: "B", line: 5 },
      { name: "c", type: "C", line: 6 },
      { name: "d", type: "D", line: 7 },
    ]);
  });

  for (const [what, java] of [
    ["a variable of another type too", '{ HttpSession s = a; } { Other s = b; s.setAttribute("cart", new Cart()); }'],
    ["another session of a request", 'request.session().setAttribute("cart", new Cart());'],
    ["a variable that is no session", 's.setAttribute("cart", new Cart());'],
    ["a request", 'request.setAttribute("cart", new Cart());'],
    ["what a method of it gives", 'session.setAttribute("items", new Cart().items());'],
    ["a class without a name", 'session.setAttribute("cart", new Cart() { });'],
    ["another object's session", 'my.session.setAttribute("cart", new Cart());'],
    ["something that ends so", 'mysession.setAttribute("cart", new Cart());'],
    ["a comment", '// session.setAttribute("cart", new Cart());\n/* session.setAttribute("cart", new Cart()); */'],
    ["a literal", 'out.print("session.setAttribute(\\"cart\\", new Cart())");'],
    ["what never ends", 'session.setAttribute("cart", new Cart('],
  ] as const) {
    test(`puts nothing with ${what}`, () => assert.deepEqual(put(java), []));
  }

  test("says nothing in its comments", () => {
    assert.deepEqual(readJsp('<%-- <jsp:useBean id="a" class="b.C" scope="session"/> --%>').attributes, []);
    assert.deepEqual(readJsp('<%-- <% session.setAttribute("a", new A()); %>').attributes, []);
  });

  test("names classes through its imports", () => {
    const { imports } = readJsp(
      '<%@ page import="shop.Cart, java.util.*" %>\n<%@page language="java" import="other.*"%>',
    );
    assert.deepEqual(imports, ["shop.Cart", "java.util.*", "other.*"]);
    const has = (name: string) => ["other/Order", "java/util/Twice", "other/Twice"].includes(name);
    assert.equal(classNamed("Cart", imports, has), "shop/Cart");
    assert.equal(classNamed("Order", imports, has), "other/Order");
    assert.equal(classNamed("Twice", imports, has), undefined, "two packages have it");
    assert.equal(classNamed("ArrayList", imports, has), undefined, "it is in no class of the application");
    assert.equal(classNamed("Object", imports, has), "java/lang/Object");
    assert.equal(classNamed("Thread", imports, has), "java/lang/Thread");
    assert.equal(classNamed("a.b.C", [], has), "a/b/C");
  });
});

test("a JSP begins a session unless a page directive says no, which may stand in another file", () => {
  for (const [text, begins] of [
    ["Hello", true],
    ['<%@page session = "true" %>', true],
    ["<%-- <%@ page session='false' %> --%>", true],
    ['<%@ page import="a.B" %>\n<%@ page session="false" contentType="text/plain" %>', false],
    ["<%@ page session='false' %>", false],
    ['<%@ include file="a.jspf" %>', false],
    ['<jsp:directive.page session="false"/>', false],
  ] as const) {
    assert.equal(readJsp(text).beginsSession, begins, text);
  }
});
