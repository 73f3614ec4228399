import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * Deploys an application that is distributable, calls each public method of shop.Puts with a new session, and prints the
 * method's name with what came of it: `taken`, or the exception that setAttribute threw.
 *
 * Usage: java PutAll.java BASE APPLICATION
 */
public class PutAll {
    public static void main(String[] words) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(words[0]);
        Context context = tomcat.addWebapp("/shop", Path.of(words[1]).toAbsolutePath().toString());
        tomcat.start();
        if (!context.getDistributable()) throw new IllegalStateException("not distributable");
        Class<?> puts = context.getLoader().getClassLoader().loadClass("shop.Puts");
        Object target = puts.getConstructor().newInstance();
        for (Method method : puts.getDeclaredMethods()) {
            if (!Modifier.isPublic(method.getModifiers())) continue;
            Object session = context.getManager().createSession(null).getSession();
            try {
                method.invoke(target, session);
                System.out.println(method.getName() + " taken");
            } catch (InvocationTargetException e) {
                System.out.println(method.getName() + " " + e.getCause().getClass().getSimpleName());
            }
        }
        System.exit(0);
    }
}
