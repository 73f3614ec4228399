import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All classes of one tag: what each inherits, and what its expressions come to. */
class Tree {
    /** The value of an expression that only a running Tomcat knows. */
    static final Object UNKNOWN = new Object();
    private static final int DEEPEST = 12;

    private final Sources sources;
    private final Map<String, String> blobs;
    private final Map<String, Map<String, String>> attributes = new HashMap<>();

    Tree(Sources sources, Map<String, String> blobs) {
        this.sources = sources;
        this.blobs = blobs;
    }

    Sources.Source classNamed(String name) {
        int nested = name.indexOf('$');
        String outer = nested < 0 ? name : name.substring(0, nested);
        String blob = blobs.get(outer);
        return blob == null ? null : sources.classesOf(blob).get(name.substring(outer.lastIndexOf('.') + 1));
    }

    /** Attributes with their types, inherited ones too. */
    Map<String, String> attributesOf(String name) {
        Map<String, String> known = attributes.get(name);
        if (known != null) {
            return known;
        }
        Map<String, String> found = new TreeMap<>();
        attributes.put(name, found);
        Sources.Source source = classNamed(name);
        if (source == null) {
            return found;
        }
        List<String> above = new ArrayList<>(source.interfaces);
        if (source.superName != null) {
            above.add(source.superName);
        }
        for (String each : above) {
            String full = resolve(source, name, each);
            if (full != null) {
                found.putAll(attributesOf(full));
            }
        }
        source.setters.forEach((attribute, type) -> {
            // A setter for text is taken before any other, wherever it is declared.
            if (!"string".equals(found.get(attribute))) {
                found.put(attribute, type);
            }
        });
        return found;
    }

    /** The default the source tells, as text; null for null, and `?` where it cannot be told. */
    String defaultOf(String name, String attribute) {
        for (String each = name; each != null; each = above(each)) {
            Sources.Source source = classNamed(each);
            if (source.constants.containsKey(attribute)) {
                return source.constants.get(attribute);
            }
            String field = source.fields.containsKey(attribute) ? attribute : source.getters.get(attribute);
            if (field == null) {
                continue;
            }
            // The field may be declared further up; constructors of subclasses run last.
            for (String from = name; from != null; from = above(from)) {
                Sources.Source declaring = classNamed(from);
                if (declaring.assigned.containsKey(field)) {
                    return text(value(declaring.assigned.get(field), declaring, from, 0));
                }
                if (declaring.fields.containsKey(field)) {
                    ExpressionTree initial = declaring.fields.get(field);
                    return initial == null ? ofType(declaring.fieldTypes.get(field))
                            : text(value(initial, declaring, from, 0));
                }
            }
        }
        return "?";
    }

    private String above(String name) {
        Sources.Source source = classNamed(name);
        String full = source.superName == null ? null : resolve(source, name, source.superName);
        return full == null || classNamed(full) == null ? null : full;
    }

    private static String ofType(String type) {
        return switch (type) {
            case "boolean" -> "false";
            case "int", "long", "short" -> "0";
            case "double", "float" -> "0.0";
            default -> "null";
        };
    }

    private static String text(Object value) {
        return value == UNKNOWN ? "?" : String.valueOf(value);
    }

    private String resolve(Sources.Source source, String from, String name) {
        if (name.contains(".")) {
            String nested = resolve(source, from, name.substring(0, name.indexOf('.')));
            String full = nested == null ? name : nested + "$" + name.substring(name.indexOf('.') + 1);
            return classNamed(full) == null ? classNamed(name) == null ? null : name : full;
        }
        String inner = from + "$" + name;
        if (classNamed(inner) != null) {
            return inner;
        }
        if (source.imports.containsKey(name)) {
            return source.imports.get(name);
        }
        String sibling = source.packageName + "." + name;
        if (classNamed(sibling) != null) {
            return sibling;
        }
        for (String star : source.starImports) {
            if (classNamed(star + "." + name) != null) {
                return star + "." + name;
            }
        }
        return null;
    }

    private Object value(ExpressionTree tree, Sources.Source source, String from, int depth) {
        if (depth > DEEPEST) {
            return UNKNOWN;
        }
        if (tree instanceof LiteralTree literal) {
            return literal.getValue();
        }
        if (tree instanceof ParenthesizedTree inner) {
            return value(inner.getExpression(), source, from, depth + 1);
        }
        if (tree instanceof TypeCastTree cast) {
            return value(cast.getExpression(), source, from, depth + 1);
        }
        if (tree instanceof UnaryTree unary) {
            Object operand = value(unary.getExpression(), source, from, depth + 1);
            return switch (unary.getKind()) {
                case UNARY_MINUS -> operand instanceof Integer number ? (Object) (-number)
                        : operand instanceof Long number ? (Object) (-number) : UNKNOWN;
                case LOGICAL_COMPLEMENT -> operand instanceof Boolean flag ? (Object) !flag : UNKNOWN;
                default -> UNKNOWN;
            };
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            Object condition = value(choice.getCondition(), source, from, depth + 1);
            return condition instanceof Boolean flag
                    ? value(flag ? choice.getTrueExpression() : choice.getFalseExpression(), source, from, depth + 1)
                    : UNKNOWN;
        }
        if (tree instanceof BinaryTree binary) {
            return joined(binary, value(binary.getLeftOperand(), source, from, depth + 1),
                    value(binary.getRightOperand(), source, from, depth + 1));
        }
        if (tree instanceof MethodInvocationTree call) {
            return called(call, source, from, depth);
        }
        if (tree instanceof IdentifierTree identifier) {
            return constant(from, identifier.getName().toString(), depth);
        }
        if (tree instanceof MemberSelectTree member) {
            String owner = resolve(source, from, Sources.withoutThis(member.getExpression().toString()));
            String name = member.getIdentifier().toString();
            if (member.getExpression().toString().equals("this")) {
                return constant(from, name, depth);
            }
            if (owner == null || classNamed(owner) == null) {
                return UNKNOWN;
            }
            Object value = constant(owner, name, depth);
            // An enum's constant is written by its name.
            return value == UNKNOWN && name.equals(name.toUpperCase()) && !classNamed(owner).fields.isEmpty()
                    && owner.endsWith(String.valueOf(classNamed(owner).fieldTypes.get(name))) ? name : value;
        }
        return UNKNOWN;
    }

    private Object constant(String owner, String name, int depth) {
        for (String each = owner; each != null; each = above(each)) {
            Sources.Source source = classNamed(each);
            if (source == null) {
                return UNKNOWN;
            }
            if (source.fields.containsKey(name)) {
                ExpressionTree initial = source.fields.get(name);
                return initial == null ? UNKNOWN : value(initial, source, each, depth + 1);
            }
            for (String implemented : source.interfaces) {
                String full = resolve(source, each, implemented);
                if (full != null && classNamed(full) != null && classNamed(full).fields.containsKey(name)) {
                    return constant(full, name, depth + 1);
                }
            }
        }
        int nested = owner.lastIndexOf('$');
        return nested < 0 ? UNKNOWN : constant(owner.substring(0, nested), name, depth + 1);
    }

    private static Object joined(BinaryTree tree, Object left, Object right) {
        if (left == UNKNOWN || right == UNKNOWN) {
            return UNKNOWN;
        }
        if (tree.getKind() == com.sun.source.tree.Tree.Kind.PLUS && (left instanceof String || right instanceof String)) {
            return String.valueOf(left) + right;
        }
        if (!(left instanceof Number a) || !(right instanceof Number b) || a instanceof Double || b instanceof Double) {
            return UNKNOWN;
        }
        long x = a.longValue();
        long y = b.longValue();
        long result;
        switch (tree.getKind()) {
            case PLUS -> result = x + y;
            case MINUS -> result = x - y;
            case MULTIPLY -> result = x * y;
            case DIVIDE -> result = y == 0 ? 0 : x / y;
            case LEFT_SHIFT -> result = x << y;
            case OR -> result = x | y;
            default -> {
                return UNKNOWN;
            }
        }
        return a instanceof Long || b instanceof Long ? (Object) result : (Object) (int) result;
    }

    /** Calls whose answer is plain where no system property is set. */
    private Object called(MethodInvocationTree call, Sources.Source source, String from, int depth) {
        List<Object> values = new ArrayList<>();
        for (ExpressionTree each : call.getArguments()) {
            values.add(value(each, source, from, depth + 1));
        }
        String method = call.getMethodSelect().toString();
        Object first = values.isEmpty() ? UNKNOWN : values.get(0);
        return switch (method) {
            case "Boolean.getBoolean" -> false;
            case "System.getProperty" -> values.size() > 1 ? values.get(1) : UNKNOWN;
            case "Boolean.parseBoolean", "Boolean.valueOf" -> first == UNKNOWN ? UNKNOWN
                    : Boolean.parseBoolean(String.valueOf(first));
            case "Integer.parseInt", "Integer.valueOf", "Long.parseLong", "Long.valueOf", "Pattern.compile",
                    "String.valueOf" -> first;
            case "Integer.getInteger", "Long.getLong" -> values.size() > 1 ? values.get(1) : UNKNOWN;
            default -> UNKNOWN;
        };
    }
}
