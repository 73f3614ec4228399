/** Prints the release of the Tomcat on the class path, as JSON. */
public class Release {
    public static void main(String[] arguments) throws Exception {
        Object number = Class.forName("org.apache.catalina.util.ServerInfo").getMethod("getServerNumber").invoke(null);
        System.out.println(Json.write(String.valueOf(number).replaceFirst("^(\\d+\\.\\d+\\.\\d+).*", "$1")));
    }
}
