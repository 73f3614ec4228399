import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What objects do with children that are handed to them: tried with fresh ones. */
class Parents {
    /** Names whose second object of the same name stops Tomcat or is dropped; null where the name does not matter. */
    private static final List<String> NAMES = List.of("Name", "Path", "HostName");

    /** A Valve handed to a container that is not of its kind. */
    static String hand(Class<?> parentClass, String method, Class<?> type) {
        Object parent = Attributes.fresh(parentClass);
        Object child = Attributes.fresh(type);
        if (parent == null || child == null) {
            return "taken";
        }
        try {
            call(parent, method, child);
        } catch (ReflectiveOperationException e) {
            return "abort";
        }
        try {
            Object all = parent.getClass().getMethod("getValves").invoke(parent);
            return Arrays.asList((Object[]) all).contains(child) ? "taken" : "dropped";
        } catch (ReflectiveOperationException | ClassCastException e) {
            return "taken";
        }
    }

    /** What becomes of a second element: tried with two objects of the same name. */
    static String repeat(Class<?> parentClass, String method, Map<String, Object> entry, boolean naming) {
        String type = (String) entry.get("type");
        if (type == null) {
            return "accumulates";
        }
        Class<?> childClass = Attributes.load((String) entry.get("defaultClass"));
        if (type.endsWith("SSLHostConfigCertificate")) {
            // Several are taken if each has a type of its own.
            return "other";
        }
        Object parent = parentClass == null ? null : Attributes.fresh(parentClass);
        if (parent != null && childClass != null) {
            try {
                call(parent, method, named(childClass));
                try {
                    call(parent, method, named(childClass));
                } catch (ReflectiveOperationException e) {
                    return "aborts";
                }
            } catch (ReflectiveOperationException e) {
                // The first alone is refused too: nothing is learnt of the second.
            }
        }
        // A naming resource is kept by its name: what the second does depends on it.
        if (parent != null && parent.getClass().getSimpleName().startsWith("NamingResources") || naming) {
            return type.endsWith("ContextTransaction") ? "last-wins" : "other";
        }
        return method.startsWith("set") ? "last-wins" : "accumulates";
    }

    private static Object named(Class<?> type) {
        Object object = Attributes.fresh(type);
        for (String name : NAMES) {
            try {
                type.getMethod("set" + name, String.class).invoke(object, name.equals("Path") ? "/a" : "a");
            } catch (ReflectiveOperationException e) {
                // It has no such name.
            }
        }
        return object;
    }

    private static void call(Object parent, String method, Object child) throws ReflectiveOperationException {
        for (Method each : parent.getClass().getMethods()) {
            if (each.getName().equals(method) && each.getParameterCount() == 1
                    && each.getParameterTypes()[0].isInstance(child)) {
                each.invoke(parent, child);
                return;
            }
        }
    }
}
