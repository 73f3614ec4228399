import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Says of each pattern of a file, one a line in Base64, whether Java compiles it. */
public class Patterns {
    public static void main(String[] arguments) throws Exception {
        StringBuilder output = new StringBuilder();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String pattern = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
            try {
                Pattern.compile(pattern);
                output.append("compiles\n");
            } catch (PatternSyntaxException e) {
                output.append("refused\n");
            }
        }
        System.out.print(output);
    }
}
