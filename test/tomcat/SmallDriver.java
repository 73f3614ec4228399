import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/** A database that answers who comes with its own user and password. What it holds is of its kind. */
public abstract class SmallDriver implements Driver {
    /** How the addresses of its connections begin: `jdbc:users:`. */
    protected abstract String scheme();

    /** A question to the database behind an address. */
    protected abstract PreparedStatement statement(String address, String sql) throws SQLException;

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(scheme());
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) return null;
        if (!"tomcat".equals(info.getProperty("user")) || !"s<3&t".equals(info.getProperty("password"))) {
            throw new SQLException("not let in: " + info.getProperty("user"));
        }
        String address = url.substring(scheme().length());
        return implement(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> statement(address, (String) arguments[0]);
            case "isValid", "getAutoCommit" -> true;
            default -> nothing(method.getReturnType());
        });
    }

    protected static <T> T implement(Class<T> type, InvocationHandler handler) {
        InvocationHandler withObject = (proxy, method, arguments) -> switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> type.getSimpleName();
            default -> handler.invoke(proxy, method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(SmallDriver.class.getClassLoader(), new Class<?>[] {type}, withObject));
    }

    protected static Object nothing(Class<?> type) {
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
