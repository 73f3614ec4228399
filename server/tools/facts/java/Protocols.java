import java.util.Map;
import java.util.TreeMap;

/**
 * Attributes of a Connector by protocol: its own setters, those of the protocol handler, of the endpoint, and of the
 * socket (`socket.…`). A Connector hands on what it has no setter for, under another name for some.
 */
class Protocols {
    static Map<String, Object> of(String protocol) throws Exception {
        if (protocol.indexOf('/') < 0 && Attributes.load(protocol) == null) {
            return null;
        }
        Class<?> connectorClass = Attributes.load("org.apache.catalina.connector.Connector");
        Object connector;
        try {
            connector = connectorClass.getConstructor(String.class).newInstance(protocol);
        } catch (ReflectiveOperationException e) {
            return null;
        }
        Object handler = connectorClass.getMethod("getProtocolHandler").invoke(connector);
        if (handler == null) {
            return null;
        }
        Map<String, Object> found = new TreeMap<>();
        Object endpoint = Attributes.field(handler, "endpoint");
        if (endpoint != null) {
            Object socket = Attributes.field(endpoint, "socketProperties");
            if (socket != null) {
                add(socket, "socket.", found);
            }
            Object selectors = Attributes.field(endpoint, "selectorPool");
            if (selectors != null) {
                add(selectors, "selectorPool.", found);
            }
            add(endpoint, "", found);
        }
        add(handler, "", found);
        Object renamed = Attributes.field(connector, "replacements");
        if (renamed instanceof Map<?, ?> map) {
            map.forEach((name, other) -> {
                if (found.get(other) != null) {
                    found.put((String) name, found.get(other));
                }
            });
        }
        add(connector, "", found);
        return found;
    }

    private static void add(Object object, String prefix, Map<String, Object> found) {
        Attributes.setters(object.getClass(), object).forEach((name, attribute) -> {
            if (attribute.containsKey("type")) {
                found.put(prefix + name, attribute);
            }
        });
    }
}
