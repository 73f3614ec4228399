import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
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
