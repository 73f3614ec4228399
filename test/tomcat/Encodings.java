import java.nio.charset.Charset;
import java.util.TreeSet;

/** Prints the names of encodings this Java has that an XML declaration can hold, in lower case, one a line. */
class Encodings {
    public static void main(String[] args) {
        TreeSet<String> names = new TreeSet<>();
        for (Charset charset : Charset.availableCharsets().values()) {
            names.add(charset.name().toLowerCase());
            for (String alias : charset.aliases()) names.add(alias.toLowerCase());
        }
        for (String name : names) if (name.matches("[a-z][a-z0-9._-]*")) System.out.println(name);
    }
}
