import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database of two tables for the Realms of Tomcat: people with their passwords, and their roles. It answers the one form
 * of question that Realms ask.
 */
public class UserDriver extends SmallDriver {
    private static final Pattern QUESTION = Pattern.compile("SELECT (\\w+) FROM (\\w+) WHERE (\\w+) = \\?");
    private static final Map<String, List<String>> PASSWORDS =
        Map.of("bonnie", List.of("clyde"), "guest", List.of("guest"));
    private static final Map<String, List<String>> ROLES = Map.of("bonnie", List.of("member"));

    static {
        try {
            DriverManager.registerDriver(new UserDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    protected String scheme() {
        return "jdbc:users:";
    }

    @Override
    protected PreparedStatement statement(String address, String sql) throws SQLException {
        Matcher question = QUESTION.matcher(sql.trim());
        if (!question.matches()) throw new SQLException("not understood: " + sql);
        Map<String, List<String>> table = switch (String.join(" ", question.group(2), question.group(1), question.group(3))) {
            case "people secret name" -> PASSWORDS;
            case "roles role name" -> ROLES;
            default -> throw new SQLException("no such table or column: " + sql);
        };
        String[] name = new String[1];
        return implement(PreparedStatement.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "setString" -> name[0] = (String) arguments[1];
            case "executeQuery" -> rows(table.getOrDefault(name[0], List.of()).iterator());
            default -> nothing(method.getReturnType());
        });
    }

    private static ResultSet rows(Iterator<String> values) {
        String[] current = new String[1];
        return implement(ResultSet.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "next" -> {
                boolean more = values.hasNext();
                current[0] = more ? values.next() : null;
                yield more;
            }
            case "getString" -> current[0];
            default -> nothing(method.getReturnType());
        });
    }
}
