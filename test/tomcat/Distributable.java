import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * Deploys an application and prints whether Tomcat takes it as distributable.
 *
 * Usage: java Distributable.java BASE (ATTRIBUTE WEB-XML FRAGMENT)...; the attribute is what the Context says itself; a
 * fragment `none` is a library without descriptor, `` no library. One line of output for each three.
 */
public class Distributable {
    public static void main(String[] words) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(words[0]);
        Context[] contexts = new Context[words.length / 3];
        for (int i = 0; i < contexts.length; i++) {
            Path app = Path.of(words[0], "app" + i);
            write(app.resolve("WEB-INF/web.xml"), words[i * 3 + 2]);
            String fragment = words[i * 3 + 3];
            if (!fragment.isEmpty()) library(app.resolve("WEB-INF/lib/library.jar"), fragment);
            contexts[i] = tomcat.addWebapp("/app" + i, new File(app.toString()).getAbsolutePath());
            contexts[i].setDistributable(Boolean.parseBoolean(words[i * 3 + 1]));
        }
        tomcat.start();
        for (Context context : contexts) System.out.println(context.getState().isAvailable() + " " + context.getDistributable());
        System.exit(0);
    }

    private static void write(Path path, String text) throws Exception {
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void library(Path path, String fragment) throws Exception {
        Files.createDirectories(path.getParent());
        try (OutputStream out = Files.newOutputStream(path); JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry(fragment.equals("none") ? "a.txt" : "META-INF/web-fragment.xml"));
            jar.write(fragment.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }
}
