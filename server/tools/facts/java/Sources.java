import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.beans.Introspector;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java sources by their git object, each parsed once however many tags have it. */
class Sources implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of("String", "string", "int", "int", "Integer", "int", "long",
            "long", "Long", "long", "boolean", "boolean", "Boolean", "boolean", "InetAddress", "inet", "double",
            "double", "float", "double");

    /** A class as its source has it. */
    static class Source {
        String packageName = "";
        /** True for a public class with a public constructor without parameters: what an element can name. */
        boolean canBeMade;
        final Map<String, String> imports = new HashMap<>();
        final List<String> starImports = new ArrayList<>();
        String superName;
        final List<String> interfaces = new ArrayList<>();
        final Map<String, String> setters = new LinkedHashMap<>();
        final Map<String, ExpressionTree> fields = new HashMap<>();
        final Map<String, String> fieldTypes = new HashMap<>();
        final Map<String, String> getters = new HashMap<>();
        /** Getters that answer the same whatever was set. */
        final Map<String, String> constants = new HashMap<>();
        /** What the constructor without parameters assigns. */
        final Map<String, ExpressionTree> assigned = new HashMap<>();
    }

    private final Process git;
    private final OutputStream ask;
    private final DataInputStream answer;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Map<String, Map<String, Source>> parsed = new HashMap<>();

    Sources(String checkout) throws IOException {
        git = new ProcessBuilder("git", "-C", checkout, "cat-file", "--batch")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        ask = git.getOutputStream();
        answer = new DataInputStream(new java.io.BufferedInputStream(git.getInputStream(), 1 << 16));
    }

    /** The classes of a source file by their simple names, nested ones as `Outer$Inner`. */
    Map<String, Source> classesOf(String blob) {
        return parsed.computeIfAbsent(blob, key -> {
            try {
                return parse(read(key));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String read(String blob) throws IOException {
        ask.write((blob + "\n").getBytes(StandardCharsets.US_ASCII));
        ask.flush();
        StringBuilder head = new StringBuilder();
        for (int each; (each = answer.read()) != '\n';) {
            head.append((char) each);
        }
        byte[] content = new byte[Integer.parseInt(head.substring(head.lastIndexOf(" ") + 1))];
        answer.readFully(content);
        answer.read();
        return new String(content, StandardCharsets.UTF_8);
    }

    private Map<String, Source> parse(String text) throws IOException {
        SimpleJavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Source.java"),
                javax.tools.JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostic -> { }, List.of("-proc:none"), null,
                List.of(file));
        Map<String, Source> found = new HashMap<>();
        for (CompilationUnitTree unit : task.parse()) {
            for (var type : unit.getTypeDecls()) {
                if (type instanceof ClassTree tree) {
                    read(unit, tree, tree.getSimpleName().toString(), found);
                }
            }
        }
        return found;
    }

    private void read(CompilationUnitTree unit, ClassTree tree, String name, Map<String, Source> found) {
        Source source = new Source();
        source.packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        for (ImportTree each : unit.getImports()) {
            String imported = each.getQualifiedIdentifier().toString();
            if (imported.endsWith(".*")) {
                source.starImports.add(imported.substring(0, imported.length() - 2));
            } else {
                source.imports.put(imported.substring(imported.lastIndexOf('.') + 1), imported);
            }
        }
        source.superName = tree.getExtendsClause() == null ? null : bare(tree.getExtendsClause().toString());
        tree.getImplementsClause().forEach(each -> source.interfaces.add(bare(each.toString())));
        var modifiers = tree.getModifiers().getFlags();
        boolean hasConstructor = false;
        boolean hasPlainConstructor = false;
        for (var member : tree.getMembers()) {
            if (member instanceof MethodTree method && method.getName().contentEquals("<init>")) {
                hasConstructor = true;
                hasPlainConstructor |= method.getParameters().isEmpty()
                        && method.getModifiers().getFlags().contains(Modifier.PUBLIC);
            }
        }
        source.canBeMade = modifiers.contains(Modifier.PUBLIC) && !modifiers.contains(Modifier.ABSTRACT)
                && (!hasConstructor || hasPlainConstructor);
        boolean isInterface = tree.getKind() == com.sun.source.tree.Tree.Kind.INTERFACE;
        for (var member : tree.getMembers()) {
            if (member instanceof ClassTree nested) {
                read(unit, nested, name + "$" + nested.getSimpleName(), found);
            } else if (member instanceof VariableTree field) {
                source.fields.put(field.getName().toString(), field.getInitializer());
                source.fieldTypes.put(field.getName().toString(), String.valueOf(field.getType()));
            } else if (member instanceof MethodTree method) {
                read(method, source, isInterface);
            }
        }
        found.put(name, source);
    }

    private static void read(MethodTree method, Source source, boolean isInterface) {
        String name = method.getName().toString();
        var modifiers = method.getModifiers().getFlags();
        int parameters = method.getParameters().size();
        if (name.equals("<init>") && parameters == 0 && method.getBody() != null) {
            for (StatementTree each : method.getBody().getStatements()) {
                if (each instanceof ExpressionStatementTree statement
                        && statement.getExpression() instanceof AssignmentTree assignment) {
                    source.assigned.put(withoutThis(assignment.getVariable().toString()), assignment.getExpression());
                }
            }
        }
        boolean visible = modifiers.contains(Modifier.PUBLIC) || isInterface && modifiers.contains(Modifier.DEFAULT);
        if (name.startsWith("set") && name.length() > 3 && parameters == 1 && visible
                && !modifiers.contains(Modifier.STATIC)) {
            String type = String.valueOf(method.getParameters().get(0).getType());
            String text = TYPES.get(type.substring(type.lastIndexOf('.') + 1));
            String attribute = Introspector.decapitalize(name.substring(3));
            if (text != null && !"string".equals(source.setters.get(attribute))) {
                source.setters.put(attribute, text);
            }
        }
        int start = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
        if (start > 0 && name.length() > start && parameters == 0 && method.getBody() != null) {
            String attribute = Introspector.decapitalize(name.substring(start));
            if (method.getBody().getStatements().size() == 1
                    && method.getBody().getStatements().get(0) instanceof ReturnTree only
                    && only.getExpression() instanceof LiteralTree literal) {
                source.constants.put(attribute, String.valueOf(literal.getValue()));
            }
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitReturn(ReturnTree tree, Void nothing) {
                    String returned = withoutThis(String.valueOf(tree.getExpression()));
                    if (returned.matches("\\w+") && !returned.equals("null")) {
                        source.getters.put(attribute, returned);
                    }
                    return super.visitReturn(tree, nothing);
                }
            }.scan(method.getBody(), null);
        }
    }

    static String withoutThis(String text) {
        return text.startsWith("this.") ? text.substring(5) : text;
    }

    private static String bare(String type) {
        int generic = type.indexOf('<');
        return generic < 0 ? type : type.substring(0, generic);
    }

    @Override
    public void close() {
        git.destroy();
    }
}
