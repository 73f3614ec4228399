import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A database of one table for the Stores of Tomcat, with a file for each session in the folder that the address names, so
 * that it outlives the process. It answers what Stores ask.
 */
public class SessionDriver extends SmallDriver {
    static {
        try {
            DriverManager.registerDriver(new SessionDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private record Row(String id, String app, byte[] data, String valid, int idle, long seen) implements Serializable {}

    @Override
    protected String scheme() {
        return "jdbc:sessions:";
    }

    @Override
    protected PreparedStatement statement(String address, String sql) {
        Path folder = Path.of(address);
        Map<Integer, Object> values = new TreeMap<>();
        return implement(PreparedStatement.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "setBinaryStream" -> values.put((Integer) arguments[0], ((InputStream) arguments[1]).readAllBytes());
            case "setString", "setInt", "setLong" -> values.put((Integer) arguments[0], arguments[1]);
            case "executeQuery" -> answer(folder, sql, values);
            case "execute" -> {
                change(folder, sql, values);
                yield false;
            }
            default -> nothing(method.getReturnType());
        });
    }

    private static void change(Path folder, String sql, Map<Integer, Object> values) throws IOException, SQLException {
        switch (sql.replaceAll("\\s+", " ")) {
            case "INSERT INTO kept (id, app, data, ok, idle, seen) VALUES (?, ?, ?, ?, ?, ?)" -> {
                Row row = new Row((String) values.get(1), (String) values.get(2), (byte[]) values.get(3),
                    (String) values.get(4), (Integer) values.get(5), (Long) values.get(6));
                try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(folder.resolve(row.id)))) {
                    out.writeObject(row);
                }
            }
            case "DELETE FROM kept WHERE id = ? AND app = ?" -> Files.deleteIfExists(folder.resolve((String) values.get(1)));
            default -> throw new SQLException("not understood: " + sql);
        }
    }

    private static ResultSet answer(Path folder, String sql, Map<Integer, Object> values) throws Exception {
        return switch (sql.replaceAll("\\s+", " ")) {
            case "SELECT id FROM kept WHERE app = ?" ->
                rows(among(folder, row -> row.app.equals(values.get(1))));
            case "SELECT id FROM kept WHERE app = ? AND (seen + idle * 1000 < ?)" ->
                rows(among(folder, row -> row.app.equals(values.get(1)) && row.seen + row.idle * 1000 < (Long) values.get(2)));
            case "SELECT id, data FROM kept WHERE id = ? AND app = ?" ->
                rows(among(folder, row -> row.id.equals(values.get(1)) && row.app.equals(values.get(2))));
            default -> throw new SQLException("not understood: " + sql);
        };
    }

    private static List<Row> among(Path folder, Predicate<Row> isWanted) throws IOException, ClassNotFoundException {
        List<Row> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
                    Row row = (Row) in.readObject();
                    if (isWanted.test(row)) found.add(row);
                }
            }
        }
        return found;
    }

    private static ResultSet rows(List<Row> found) {
        Iterator<Row> rows = found.iterator();
        Row[] current = new Row[1];
        return implement(ResultSet.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "next" -> {
                boolean more = rows.hasNext();
                current[0] = more ? rows.next() : null;
                yield more;
            }
            case "getString" -> current[0].id;
            case "getBinaryStream" -> new ByteArrayInputStream(current[0].data);
            default -> nothing(method.getReturnType());
        });
    }
}
