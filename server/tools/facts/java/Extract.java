import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the facts of one Tomcat off its classes and prints them as JSON: elements of server.xml, the classes that fit
 * them with their attributes, the attributes of each Connector protocol, and the elements of web.xml.
 *
 * Usage: java -cp JARS Extract.java JAR_OR_FOLDER… (the same jars, or folders of classes, to look for classes in)
 *
 * Everything that differs between lines goes through reflection, so one program reads all of them.
 */
public class Extract {
    /** Classes no element names that are made by others, with attributes people know. */
    private static final List<String> WITHOUT_ELEMENT = List.of("org.apache.catalina.tribes.transport.bio.BioSender",
            "org.apache.catalina.tribes.transport.nio.NioSender");

    private static final String[] PROTOCOLS = {"HTTP/1.1", "AJP/1.3", "org.apache.coyote.http11.Http11Protocol",
            "org.apache.coyote.http11.Http11NioProtocol", "org.apache.coyote.http11.Http11Nio2Protocol",
            "org.apache.coyote.http11.Http11AprProtocol", "org.apache.coyote.ajp.AjpProtocol",
            "org.apache.coyote.ajp.AjpNioProtocol", "org.apache.coyote.ajp.AjpNio2Protocol",
            "org.apache.coyote.ajp.AjpAprProtocol"};

    public static void main(String[] places) throws Exception {
        // What a fresh object logs belongs to no fact.
        Logger.getLogger("").setLevel(Level.OFF);
        PrintStream out = System.out;
        System.setOut(System.err);
        System.setProperty("catalina.home", System.getProperty("java.io.tmpdir"));
        System.setProperty("catalina.base", System.getProperty("java.io.tmpdir"));
        // What conf/catalina.properties says is a user's: the copy in catalina.jar must not stand in for it.
        File empty = File.createTempFile("catalina", ".properties");
        empty.deleteOnExit();
        System.setProperty("catalina.config", empty.toURI().toString());

        List<Class<?>> candidates = new ArrayList<>();
        for (String name : classNames(places)) {
            Class<?> type = Attributes.load(name);
            if (type != null && Attributes.canBeMade(type)) {
                candidates.add(type);
            }
        }
        Elements elements = new Elements(candidates);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("elements", elements.read());
        Map<String, Object> classes = new TreeMap<>();
        Set<Class<?>> used = new LinkedHashSet<>(elements.used);
        for (String name : WITHOUT_ELEMENT) {
            Class<?> type = Attributes.load(name);
            if (type != null) {
                used.add(type);
            }
        }
        for (Class<?> type : used) {
            Map<String, Object> entry = Attributes.of(type);
            if (entry != null) {
                Set<String> abort = elements.childrenThatAbort(type);
                if (!abort.isEmpty()) {
                    entry.put("childrenThatAbort", abort);
                }
                classes.put(type.getName(), entry);
            }
        }
        facts.put("classes", classes);
        Map<String, Object> protocols = new LinkedHashMap<>();
        for (String protocol : PROTOCOLS) {
            Object attributes = Protocols.of(protocol);
            if (attributes != null) {
                protocols.put(protocol, attributes);
            }
        }
        facts.put("protocols", protocols);
        facts.put("web", Elements.web());
        out.println(Json.write(facts));
        out.flush();
        // A fresh object may have started a thread.
        System.exit(0);
    }

    private static Set<String> classNames(String[] places) throws Exception {
        Set<String> names = new TreeSet<>();
        for (String place : places) {
            File file = new File(place);
            if (file.isDirectory()) {
                inFolder(file, "", names);
            } else {
                try (JarFile jar = new JarFile(file)) {
                    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements();) {
                        add(all.nextElement().getName(), names);
                    }
                }
            }
        }
        return names;
    }

    private static void inFolder(File folder, String path, Set<String> names) {
        File[] files = folder.listFiles();
        for (File file : files == null ? new File[0] : files) {
            if (file.isDirectory()) {
                inFolder(file, path + file.getName() + "/", names);
            } else {
                add(path + file.getName(), names);
            }
        }
    }

    private static void add(String path, Set<String> names) {
        if (path.matches("org/apache/(catalina|coyote|tomcat|naming)/.*\\.class") && !path.contains("/ant/")) {
            names.add(path.substring(0, path.length() - 6).replace('/', '.'));
        }
    }
}

/** Digester rules, as elements. */
class Elements {
    /** Stands in for a Context that failed; no element is meant for it. */
    private static final String FAILED_CONTEXT = "org.apache.catalina.startup.FailedContext";

    /** Names whose second object of the same name stops Tomcat or is dropped; null where the name does not matter. */
    private static final List<String> NAMES = List.of("Name", "Path", "HostName");

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
                switch (hand(parentClass, method, each)) {
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
        entry.put("repeat", repeat(path, parentClass, method, entry));
    }

    /** A Valve handed to a container that is not of its kind. */
    private static String hand(Class<?> parentClass, String method, Class<?> type) {
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
    private String repeat(String path, Class<?> parentClass, String method, Map<String, Object> entry) {
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
        if (parent != null && parent.getClass().getSimpleName().startsWith("NamingResources") || isNaming(path)) {
            return type.endsWith("ContextTransaction") ? "last-wins" : "other";
        }
        return method.startsWith("set") ? "last-wins" : "accumulates";
    }

    private boolean isNaming(String path) {
        for (Object rule : patterns.get(path)) {
            if (rule.getClass().getSimpleName().equals("SetNextNamingRule")) {
                return true;
            }
        }
        return false;
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
