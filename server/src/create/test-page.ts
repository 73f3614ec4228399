/** The page of the snippet `tomcat-session-test`; a test compares the two. `prove/page.ts` reads its output. */
export const TEST_PAGE = `<%@page session="false" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" import="java.util.*"%>
<%!
  // Another one after each start: it tells the nodes apart.
  private static final UUID RUN = UUID.randomUUID();
%><%
  request.setCharacterEncoding("UTF-8");
  response.setHeader("Cache-Control", "no-store");
  // A request to end a session that is gone makes no new one.
  HttpSession session = request.getSession(request.getParameter("end") == null);
  if (session == null) {
    out.println("<h1>Session ended</h1>");
    return;
  }
  List<String> entries = new ArrayList<>();
  Object kept = session.getAttribute("entries");
  if (kept instanceof List) for (Object entry : (List<?>) kept) entries.add(String.valueOf(entry));
  String added = request.getParameter("entry");
  if (added != null && !added.trim().isEmpty()) {
    entries.add(added.replace("&", "&amp;").replace("<", "&lt;"));
    // Only what is set again is sent to the other nodes.
    session.setAttribute("entries", entries);
  }
  if (request.getParameter("clear") != null) {
    entries.clear();
    session.removeAttribute("entries");
  }
  String id = session.getId();
  String state = session.isNew() ? "new" : "known";
  Date created = new Date(session.getCreationTime());
  Date used = new Date(session.getLastAccessedTime());
  if (request.getParameter("end") != null) session.invalidate();
%>
<!DOCTYPE html>
<html>
<head><title>Session test</title></head>
<body>
<h1>Served by <%= request.getLocalAddr() %>:<%= request.getLocalPort() %></h1>
<p>Run <%= RUN %></p>
<p>Session <%= id %>, <%= state %></p>
<p>Created <data value="<%= created.getTime() %>"><%= created %></data>, last used <%= used %></p>
<form method="post">
  <input name="entry" autofocus> <button>Add</button>
  <button name="clear" value="yes">Clear</button> <button name="end" value="yes">End session</button>
</form>
<ol>
<% for (String entry : entries) { %>  <li><%= entry %></li>
<% } %></ol>
</body>
</html>
`;
