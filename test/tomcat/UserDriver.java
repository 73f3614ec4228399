import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database of two tables for the Realms of Tomcat: people with their passwords, and their roles. It answers only who
 * comes with its own user and password, and the one form of question that Realms ask.
 */
public class UserDriver implements Driver {
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
    public boolean acceptsURL(String url) {
        return url.startsWith("jdbc:users:");
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) return null;
        if (!"tomcat".equals(info.getProperty("user")) || !"s<3&t".equals(info.getProperty("password"))) {
            throw new SQLException("not let in: " + info.getProperty("user"));
        }
        return implement(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> statement((String) arguments[0]);
            case "isValid", "getAutoCommit" -> true;
            default -> nothing(method.getReturnType());
        });
    }

    private static PreparedStatement statement(String sql) throws SQLException {
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

    private static <T> T implement(Class<T> type, InvocationHandler handler) {
        InvocationHandler withObject = (proxy, method, arguments) -> switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> type.getSimpleName();
            default -> handler.invoke(proxy, method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(UserDriver.class.getClassLoader(), new Class<?>[] {type}, withObject));
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) return false;
        if (type == int.class) return 0;
        return type == long.class ? (Object) 0L : null;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
