import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** The attributes of a class: its setters, and what a fresh object answers. */
class Attributes {
    private static final Map<Class<?>, String> TYPES = Map.ofEntries(Map.entry(String.class, "string"),
            Map.entry(int.class, "int"), Map.entry(Integer.class, "int"), Map.entry(long.class, "long"),
            Map.entry(Long.class, "long"), Map.entry(boolean.class, "boolean"), Map.entry(Boolean.class, "boolean"),
            Map.entry(InetAddress.class, "inet"), Map.entry(double.class, "double"),
            Map.entry(float.class, "double"));

    /** Families of attributes that a setProperty method takes by their beginning. */
    private static final List<String> FAMILIES = List.of("errorCode.", "exceptionType.");

    private static final Set<String> LOOKED_UP = Set.of("address", "bind", "host", "tcpListenAddress");

    static Class<?> load(String name) {
        try {
            return name == null ? null : Class.forName(name, false, Attributes.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    static boolean canBeMade(Class<?> type) {
        try {
            return Modifier.isPublic(type.getModifiers()) && !Modifier.isAbstract(type.getModifiers())
                    && !type.isInterface() && type.getConstructor() != null;
        } catch (NoSuchMethodException | LinkageError e) {
            return false;
        }
    }

    static Object fresh(Class<?> type) {
        try {
            return type == null ? null : type.getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }

    static Object field(Object object, String name) throws ReflectiveOperationException {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(object);
                }
            }
        }
        return null;
    }

    /** All that is known of a class; null where its methods cannot be read because a library is missing. */
    static Map<String, Object> of(Class<?> type) {
        Map<String, Object> entry = new LinkedHashMap<>();
        Object fresh = fresh(type);
        Map<String, Map<String, Object>> attributes;
        try {
            attributes = setters(type, fresh);
        } catch (LinkageError e) {
            return null;
        }
        Map<String, Object> known = new TreeMap<>();
        Set<String> silent = new TreeSet<>();
        attributes.forEach((name, attribute) -> {
            if (attribute.containsKey("type")) {
                known.put(name, attribute);
            } else if (fresh == null || set(fresh(type), name, "x")) {
                silent.add(name);
            }
        });
        if (type.isAnnotationPresent(Deprecated.class)) {
            entry.put("deprecated", true);
        }
        entry.put("attributes", known);
        if (!silent.isEmpty()) {
            entry.put("silent", silent);
        }
        if (fresh != null && takesAnything(fresh)) {
            entry.put("any", true);
        } else if (fresh != null) {
            Set<String> families = new TreeSet<>();
            for (String family : FAMILIES) {
                if (set(fresh, family + (family.startsWith("error") ? "404" : "java.lang.Exception"), "x")) {
                    families.add(family + "*");
                }
            }
            if (!families.isEmpty()) {
                entry.put("patterns", families);
            }
        }
        return entry;
    }

    /** Each setter as IntrospectionUtils.setProperty would choose it; those without a text form have no type. */
    static Map<String, Map<String, Object>> setters(Class<?> type, Object fresh) {
        Map<String, Map<String, Object>> found = new TreeMap<>();
        for (Method method : type.getMethods()) {
            String setter = method.getName();
            if (!setter.startsWith("set") || setter.length() < 4 || method.getParameterCount() != 1
                    || Modifier.isStatic(method.getModifiers()) || method.isBridge()) {
                continue;
            }
            String name = Introspector.decapitalize(setter.substring(3));
            Map<String, Object> attribute = found.computeIfAbsent(name, key -> new TreeMap<>());
            String text = TYPES.get(method.getParameterTypes()[0]);
            if (text == null) {
                continue;
            }
            Object before = attribute.get("type");
            // A setter for text is taken before any other.
            if (before == null || text.equals("string") && !before.equals("string")) {
                attribute.put("type", text);
                if (method.isAnnotationPresent(Deprecated.class)) {
                    attribute.put("deprecated", true);
                } else {
                    attribute.remove("deprecated");
                }
                before = before == null ? text : before;
            }
            if (!before.equals(text) || !attribute.get("type").equals(text)) {
                String other = attribute.get("type").equals(text) ? (String) before : text;
                if (!other.equals(attribute.get("type"))) {
                    attribute.put("also", other);
                }
            }
        }
        if (fresh != null) {
            found.forEach((name, attribute) -> {
                if (attribute.containsKey("type")) {
                    readDefault(fresh, name, attribute);
                }
            });
        }
        return found;
    }

    /**
     * What the getter of a fresh object answers, or its field where there is no getter. Nothing is said of what has no
     * text form.
     */
    static void readDefault(Object fresh, String name, Map<String, Object> attribute) {
        String end = name.substring(0, 1).toUpperCase() + name.substring(1);
        Method getter = getter(fresh.getClass(), "get" + end);
        if (getter == null) {
            getter = getter(fresh.getClass(), "is" + end);
        }
        try {
            Object value;
            if (LOOKED_UP.contains(name) && "auto".equals(field(fresh, "host"))) {
                // These getters look up an address of the machine and keep it.
                value = name.equals("bind") ? fresh : field(fresh, "host");
            } else if (getter != null) {
                getter.setAccessible(true);
                value = getter.invoke(fresh);
            } else {
                value = hasField(fresh, name) ? field(fresh, name) : fresh;
            }
            if (value instanceof Enum<?> chosen) {
                Set<String> values = new LinkedHashSet<>();
                for (Object each : chosen.getDeclaringClass().getEnumConstants()) {
                    values.add(((Enum<?>) each).name());
                }
                attribute.put("values", values);
            }
            if (value == null) {
                attribute.put("default", null);
            } else if (text(value) != null) {
                attribute.put("default", text(value));
            }
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            // It cannot answer before it has started.
        }
    }

    /** A value as it would be written; null where it has no text form, or is a folder of the machine that reads it. */
    private static String text(Object value) {
        if (value instanceof InetAddress address) {
            return address.isLoopbackAddress() ? "127.0.0.1" : null;
        }
        if (value instanceof byte[] bytes) {
            StringJoiner all = new StringJoiner(",", "{", "}");
            for (byte each : bytes) {
                all.add(String.valueOf(each));
            }
            return all.toString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Enum<?> chosen) {
            return chosen.name();
        }
        if (!(value instanceof String text) || text.equals(System.getProperty("catalina.base"))) {
            return null;
        }
        if (text.matches("[0-9a-f.:/]+(?:, [0-9a-f.:/]+)+")) {
            // A set of networks answers in another order each time.
            String[] networks = text.split(", ");
            Arrays.sort(networks);
            return String.join(", ", networks);
        }
        String home = System.getProperty("user.home");
        return text.startsWith(home + "/") ? "${user.home}" + text.substring(home.length()) : text;
    }

    private static boolean hasField(Object object, String name) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A getter of any visibility: some are there for subclasses only. */
    private static Method getter(Class<?> type, String name) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            try {
                return each.getDeclaredMethod(name);
            } catch (NoSuchMethodException e) {
                // A superclass may have it.
            }
        }
        return null;
    }

    static boolean takesAnything(Object object) {
        return set(object, "noSuchAttributeAnywhere", "x");
    }

    /** What Tomcat itself answers when it sets an attribute: false where it warns. */
    static boolean set(Object object, String name, String value) {
        try {
            Class<?> utilities = load("org.apache.tomcat.util.IntrospectionUtils");
            return (Boolean) utilities.getMethod("setProperty", Object.class, String.class, String.class).invoke(null,
                    object, name, value);
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }
}
