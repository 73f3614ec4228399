/** The page of the snippet `tomcat-session-test`; a test holds the two together. */
export const TEST_PAGE = `<%@page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" import="java.util.*"%>
<%
  request.setCharacterEncoding("UTF-8");
  List<String> entries = new ArrayList<>();
  Object kept = session.getAttribute("entries");
  if (kept instanceof List) for (Object entry : (List<?>) kept) entries.add(String.valueOf(entry));
  String added = request.getParameter("entry");
  if (added != null && !added.trim().isEmpty()) {
    entries.add(added.replace("&", "&amp;").replace("<", "&lt;"));
    // Only what is set again is sent to the other nodes.
    session.setAttribute("entries", entries);
  }
%>
<!DOCTYPE html>
<html>
<head><title>Session test</title></head>
<body>
<h1>Served by <%= request.getLocalAddr() %>:<%= request.getLocalPort() %></h1>
<p>Session <%= session.getId() %>, <%= session.isNew() ? "new" : "known" %></p>
<p>Created <%= new Date(session.getCreationTime()) %>, last used <%= new Date(session.getLastAccessedTime()) %></p>
<form method="post"><input name="entry" autofocus> <button>Add</button></form>
<ol>
<% for (String entry : entries) { %>  <li><%= entry %></li>
<% } %></ol>
</body>
</html>
`;
