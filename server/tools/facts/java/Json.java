import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;

/** Maps, collections, texts and booleans as JSON. */
class Json {
    static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringJoiner all = new StringJoiner(",", "{", "}");
            map.forEach((key, item) -> all.add(quote(String.valueOf(key)) + ":" + write(item)));
            return all.toString();
        }
        if (value instanceof Collection<?> list) {
            StringJoiner all = new StringJoiner(",", "[", "]");
            list.forEach(item -> all.add(write(item)));
            return all.toString();
        }
        return value == null || value instanceof Boolean ? String.valueOf(value) : quote(String.valueOf(value));
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ') {
                quoted.append(String.format("\\u%04x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }
}
