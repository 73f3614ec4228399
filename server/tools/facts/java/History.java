import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Walks the tags of a git checkout of apache/tomcat and prints, as JSON, in which tags each class exists and which
 * attributes it has there, with the defaults that its source tells.
 *
 * Usage: java History.java CHECKOUT TAG… < CLASS_NAMES (the tags of one line, oldest first)
 *
 * The answer: { class: { "tags": ranges, "attributes": { name: { "type": …, "tags": ranges, "defaults": [[tag, value], …] } } } }.
 * Ranges are pairs of indexes into the tags, both inclusive; a default stands with the index it began at.
 */
public class History {
    private static final String[] ROOTS = {"java/", "modules/jdbc-pool/src/main/java/"};

    public static void main(String[] arguments) throws Exception {
        String checkout = arguments[0];
        List<String> names = new ArrayList<>();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = input.readLine()) != null;) {
            names.add(line);
        }
        Map<String, Seen> seen = new TreeMap<>();
        try (Sources sources = new Sources(checkout)) {
            for (int tag = 0; tag < arguments.length - 1; tag++) {
                Map<String, String> blobs = blobsOf(checkout, arguments[tag + 1]);
                Tree tree = new Tree(sources, blobs);
                for (String name : names) {
                    if (tree.classNamed(name) == null || !tree.classNamed(name).canBeMade) {
                        continue;
                    }
                    Seen type = seen.computeIfAbsent(name, key -> new Seen());
                    type.at(tag);
                    for (Map.Entry<String, String> each : tree.attributesOf(name).entrySet()) {
                        Seen attribute = type.parts.computeIfAbsent(each.getKey(), key -> new Seen());
                        attribute.at(tag);
                        attribute.type = each.getValue();
                        attribute.value(tag, tree.defaultOf(name, each.getKey()));
                    }
                }
            }
        }
        Map<String, Object> all = new LinkedHashMap<>();
        seen.forEach((name, type) -> all.put(name, type.toMap()));
        System.out.println(Json.write(all));
    }

    /** Paths below the source folders with the object each has in a tag. */
    private static Map<String, String> blobsOf(String checkout, String tag) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", checkout, "ls-tree", "-r", tag, "--"));
        command.addAll(List.of(ROOTS));
        Process git = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Map<String, String> blobs = new HashMap<>();
        try (BufferedReader lines = git.inputReader(StandardCharsets.UTF_8)) {
            for (String line; (line = lines.readLine()) != null;) {
                String path = line.substring(line.indexOf('\t') + 1);
                for (String root : ROOTS) {
                    if (path.startsWith(root) && path.endsWith(".java")) {
                        String name = path.substring(root.length(), path.length() - 5).replace('/', '.');
                        blobs.put(name, line.split("[ \t]")[2]);
                    }
                }
            }
        }
        if (git.waitFor() != 0) {
            throw new IllegalStateException("git knows no tag " + tag);
        }
        return blobs;
    }

    /** Where something was seen: ranges of tags, and the values it had. */
    private static class Seen {
        final List<int[]> ranges = new ArrayList<>();
        final Map<String, Seen> parts = new TreeMap<>();
        final List<List<String>> values = new ArrayList<>();
        String type;

        void at(int tag) {
            if (!ranges.isEmpty() && ranges.get(ranges.size() - 1)[1] == tag - 1) {
                ranges.get(ranges.size() - 1)[1] = tag;
            } else {
                ranges.add(new int[] {tag, tag});
            }
        }

        void value(int tag, String value) {
            if (values.isEmpty() || !String.valueOf(value).equals(values.get(values.size() - 1).get(1))) {
                values.add(List.of(String.valueOf(tag), String.valueOf(value)));
            }
        }

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            if (type != null) {
                map.put("type", type);
            }
            List<List<String>> pairs = new ArrayList<>();
            ranges.forEach(pair -> pairs.add(List.of(String.valueOf(pair[0]), String.valueOf(pair[1]))));
            map.put("tags", pairs);
            if (values.size() > 1) {
                map.put("defaults", values);
            }
            if (!parts.isEmpty()) {
                Map<String, Object> all = new TreeMap<>();
                parts.forEach((name, part) -> all.put(name, part.toMap()));
                map.put("attributes", all);
            }
            return map;
        }
    }
}
