import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Digester rules, as elements. */
class Elements {
    /** Stands in for a Context that failed; no element is meant for it. */
    private static final String FAILED_CONTEXT = "org.apache.catalina.startup.FailedContext";

    final Set<Class<?>> used = new LinkedHashSet<>();
    private final List<Class<?>> candidates;
    private final Map<String, List<Object>> patterns = new TreeMap<>();
    private final Map<String, Map<String, Object>> elements = new TreeMap<>();
    private final Map<String, Set<Class<?>>> fitting = new TreeMap<>();

    Elements(List<Class<?>> candidates) {
        this.candidates = candidates;
    }

    Map<String, Map<String, Object>> read() throws Exception {
        Object catalina = Attributes.load("org.apache.catalina.startup.Catalina").getDeclaredConstructor().newInstance();
        Method create = catalina.getClass().getDeclaredMethod("createStartDigester");
        create.setAccessible(true);
        Object digester = create.invoke(catalina);
        patterns.putAll(rulesOf(digester));
        for (String path : patterns.keySet()) {
            elements.put(path, element(path, digester));
        }
        for (String path : patterns.keySet()) {
            Map<String, Object> entry = elements.get(path);
            Set<String> children = new TreeSet<>();
            for (String other : patterns.keySet()) {
                if (other.startsWith(path + "/") && other.indexOf('/', path.length() + 1) < 0) {
                    children.add(other.substring(path.length() + 1));
                }
            }
            if (!children.isEmpty()) {
                entry.put("children", children);
            }
            placed(path, entry);
        }
        return elements;
    }

    /** The elements of web.xml and web-fragment.xml. */
    static Set<String> web() throws Exception {
        Class<?> type = Attributes.load("org.apache.tomcat.util.descriptor.web.WebRuleSet");
        if (type == null) {
            type = Attributes.load("org.apache.catalina.startup.WebRuleSet");
        }
        Set<String> paths = new LinkedHashSet<>();
        for (boolean fragment : new boolean[] {false, true}) {
            Object digester = Attributes.load("org.apache.tomcat.util.digester.Digester").getDeclaredConstructor()
                    .newInstance();
            Object rules = type.getConstructor(boolean.class).newInstance(fragment);
            for (Method method : rules.getClass().getMethods()) {
                if (method.getName().equals("addRuleInstances")) {
                    method.setAccessible(true);
                    method.invoke(rules, digester);
                    break;
                }
            }
            for (String path : rulesOf(digester).keySet()) {
                // What both read is said once, below web-app.
                if (!fragment || !paths.contains(path.replaceFirst("^web-fragment", "web-app"))) {
                    paths.add(path);
                }
            }
        }
        paths.remove("web-fragment");
        return paths;
    }

    private static Map<String, List<Object>> rulesOf(Object digester) throws Exception {
        Object rules = digester.getClass().getMethod("getRules").invoke(digester);
        Map<String, List<Object>> found = new TreeMap<>();
        ((Map<?, ?>) Attributes.field(rules, "cache")).forEach((pattern, list) -> found.put((String) pattern,
                new ArrayList<>((List<?>) list)));
        return found;
    }

    private Map<String, Object> element(String path, Object digester) throws Exception {
        Map<String, Object> entry = new TreeMap<>();
        boolean reads = false;
        Set<String> byRule = new TreeSet<>();
        for (Object rule : patterns.get(path)) {
            String kind = rule.getClass().getSimpleName();
            switch (kind) {
                case "ObjectCreateRule", "ListenerCreateRule" -> {
                    if (Attributes.field(rule, "className") != null) {
                        entry.put("defaultClass", Attributes.field(rule, "className"));
                    }
                    if (Attributes.field(rule, "attributeName") != null) {
                        entry.put("className", entry.containsKey("defaultClass") ? "read" : "required");
                    }
                    if (kind.equals("ListenerCreateRule")) {
                        byRule.add("optional");
                    }
                }
                case "ConnectorCreateRule" -> {
                    entry.put("defaultClass", "org.apache.catalina.connector.Connector");
                    byRule.add("protocol");
                    byRule.add("executor");
                }
                case "CertificateCreateRule" -> {
                    entry.put("defaultClass", "org.apache.tomcat.util.net.SSLHostConfigCertificate");
                    byRule.add("type");
                }
                case "LifecycleListenerRule" -> byRule.add((String) Attributes.field(rule, "attributeName"));
                case "SetNextRule", "SetNextNamingRule" -> {
                    entry.put("method", Attributes.field(rule, "methodName"));
                    entry.put("type", Attributes.field(rule, "paramType"));
                }
                case "SetPropertiesRule", "SetAllPropertiesRule", "SetContextPropertiesRule" -> {
                    reads = true;
                    Object excluded = Attributes.field(rule, "excludes");
                    if (excluded instanceof Map<?, ?> map) {
                        map.keySet().forEach(name -> byRule.add((String) name));
                    }
                }
                case "CallMethodRule" -> entry.put("method", Attributes.field(rule, "methodName"));
                default -> { }
            }
        }
        if (!byRule.isEmpty()) {
            entry.put("rule", byRule);
        }
        String defaultClass = (String) entry.get("defaultClass");
        Object fresh = defaultClass == null ? null : Attributes.fresh(Attributes.load(defaultClass));
        if (!reads || fresh != null && !entry.containsKey("className") && Attributes.takesAnything(fresh)) {
            entry.put("silent", true);
        }
        if (reads && fresh != null) {
            Method fake = digester.getClass().getMethod("isFakeAttribute", Object.class, String.class);
            if (!Boolean.TRUE.equals(fake.invoke(digester, fresh, "className"))) {
                entry.put("classNameWarns", true);
            }
        }
        if (entry.get("type") instanceof String name && Attributes.load(name) != null) {
            Set<Class<?>> fits = new LinkedHashSet<>();
            if (entry.containsKey("className")) {
                Class<?> asked = narrowed(path, Attributes.load(name));
                for (Class<?> each : candidates) {
                    if (asked.isAssignableFrom(each) && !each.getName().equals(FAILED_CONTEXT)) {
                        fits.add(each);
                    }
                }
            }
            if (!fits.isEmpty()) {
                Set<String> names = new TreeSet<>();
                fits.forEach(each -> names.add(each.getName()));
                entry.put("classes", names);
            }
            if (fresh != null) {
                fits.add(fresh.getClass());
            }
            fitting.put(path, fits);
            used.addAll(fits);
        }
        return entry;
    }

    /** A container takes children of its kind only, although its method asks for any Container. */
    private static Class<?> narrowed(String path, Class<?> type) {
        Class<?> own = Attributes.load("org.apache.catalina." + path.substring(path.lastIndexOf('/') + 1));
        return own != null && own.isInterface() && type.isAssignableFrom(own) ? own : type;
    }

    /** What happens to objects that are handed to a fresh parent: taken, dropped, or Tomcat stops. */
    private void placed(String path, Map<String, Object> entry) {
        String parentPath = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        String method = (String) entry.get("method");
        if (method == null) {
            entry.put("repeat", "other");
            return;
        }
        Map<String, Object> parent = elements.get(parentPath);
        Class<?> parentClass = parent == null ? null : Attributes.load((String) parent.get("defaultClass"));
        if (parentClass == null) {
            parentClass = fitting.getOrDefault(parentPath, Set.of()).stream().findFirst().orElse(null);
        }
        Set<String> abort = new TreeSet<>();
        Set<String> dropped = new TreeSet<>();
        if (parentClass != null && path.endsWith("/Valve")) {
            for (Class<?> each : fitting.getOrDefault(path, Set.of())) {
                switch (Parents.hand(parentClass, method, each)) {
                    case "abort" -> abort.add(each.getName());
                    case "dropped" -> dropped.add(each.getName());
                    default -> { }
                }
            }
        }
        if (!abort.isEmpty()) {
            entry.put("abort", abort);
        }
        if (!dropped.isEmpty()) {
            entry.put("dropped", dropped);
        }
        entry.put("repeat", Parents.repeat(parentClass, method, entry, isNaming(path)));
    }

    private boolean isNaming(String path) {
        for (Object rule : patterns.get(path)) {
            if (rule.getClass().getSimpleName().equals("SetNextNamingRule")) {
                return true;
            }
        }
        return false;
    }

    /** Children whose parent method this class lacks, although it fits where they stand. */
    Set<String> childrenThatAbort(Class<?> type) {
        Set<String> found = new TreeSet<>();
        for (String path : elements.keySet()) {
            int slash = path.lastIndexOf('/');
            Map<String, Object> child = elements.get(path);
            if (slash < 0 || !fitting.getOrDefault(path.substring(0, slash), Set.of()).contains(type)
                    || !(child.get("type") instanceof String name) || isNaming(path)) {
                continue;
            }
            Class<?> parameter = Attributes.load(name);
            boolean has = false;
            for (Method method : type.getMethods()) {
                has |= method.getName().equals(child.get("method")) && method.getParameterCount() == 1
                        && (parameter == null || method.getParameterTypes()[0].isAssignableFrom(parameter));
            }
            if (!has) {
                found.add(path.substring(slash + 1));
            }
        }
        return found;
    }
}
