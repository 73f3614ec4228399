import java.beans.Introspector;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads class names from standard input and prints, for each that this Tomcat has, the attributes its setters give it:
 * one line `CLASS name:type name:type …`, types as IntrospectionUtils converts text to them.
 */
public class Reflect {
    private static final Map<Class<?>, String> TYPES = Map.of(String.class, "string", int.class, "int", Integer.class,
            "int", long.class, "long", Long.class, "long", boolean.class, "boolean", Boolean.class, "boolean",
            InetAddress.class, "inet", double.class, "double");

    public static void main(String[] args) throws Exception {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name; (name = input.readLine()) != null;) {
            Class<?> type;
            try {
                type = Class.forName(name, false, Reflect.class.getClassLoader());
            } catch (ClassNotFoundException | LinkageError e) {
                continue;
            }
            Map<String, String> attributes = new TreeMap<>();
            for (Method method : type.getMethods()) {
                String setter = method.getName();
                if (!setter.startsWith("set") || setter.length() < 4 || method.getParameterCount() != 1
                        || Modifier.isStatic(method.getModifiers())) {
                    continue;
                }
                String attribute = Introspector.decapitalize(setter.substring(3));
                String text = TYPES.get(method.getParameterTypes()[0]);
                if (text == null) {
                    continue;
                }
                String known = attributes.get(attribute);
                attributes.put(attribute, known == null || known.equals(text) ? text : known + "|" + text);
            }
            StringBuilder line = new StringBuilder(name);
            attributes.forEach((attribute, text) -> line.append(' ').append(attribute).append(':').append(text));
            System.out.println(line);
        }
    }
}
