package shop;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionBindingListener;

/**
 * Ways to put something into a session, a method each; the attribute is called as the method. Below each stands what our
 * check says of it: `found`, `found with -g` where only the names of variables tell, or `silent`.
 */
public class Puts {
    public static class Plain {}
    public static class Child extends Plain {}
    public static class Bound implements HttpSessionBindingListener {}
    public static class Good implements Serializable {}
    public static class GoodChild extends Good {}
    public static class Wide { int sum(long one, double two) { return (int) (one + two); } }
    public static class Open {}
    public static class OpenGood extends Open implements Serializable {}
    public abstract static class Base {}
    public static class Last extends Base {}
    public interface Shape {}
    public static class Round implements Shape {}
    public static class Listed extends ArrayList<String> {}
    public record Pair(int one, int two) {}
    public enum Choice { ONE }

    private final Plain field = new Plain();
    private static final Child CHILD = new Child();

    public void made(HttpSession session) {
        session.setAttribute("made", new Plain()); // found
    }

    public void kept(HttpSession session) {
        Plain plain = new Plain();
        session.setAttribute("kept", plain); // found
    }

    public void onlyOnce(HttpSession session) {
        Plain plain = (Plain) session.getAttribute("onlyOnce");
        if (plain == null) {
            plain = new Plain();
            session.setAttribute("onlyOnce", plain); // found
        }
    }

    public void behindBranch(HttpSession session) {
        Plain plain = new Plain();
        if (session.isNew()) session.getId();
        session.setAttribute("behindBranch", plain); // found with -g
    }

    public void byField(HttpSession session) {
        session.setAttribute("byField", field); // found
    }

    public void byStatic(HttpSession session) {
        session.setAttribute("byStatic", CHILD); // found
    }

    public void byMethod(HttpSession session) {
        session.setAttribute("byMethod", load()); // found
    }

    public void byCast(HttpSession session) {
        Object object = load();
        session.setAttribute("byCast", (Plain) object); // found
    }

    public void bound(HttpSession session) {
        session.setAttribute("bound", new Bound()); // found
    }

    public void record(HttpSession session) {
        session.setAttribute("record", new Pair(1, 2)); // found
    }

    public void object(HttpSession session) {
        session.setAttribute("object", new Object()); // found
    }

    public void thread(HttpSession session) {
        session.setAttribute("thread", new Thread()); // found
    }

    public void wide(HttpSession session) {
        long one = 1;
        double two = 2.5;
        Wide wide = new Wide();
        int sum = wide.sum(one, two) + (int) (one * two);
        sum++;
        int[][] sums = new int[sum][sum];
        sums[0][1] += sum;
        session.setAttribute("wide", wide); // found
    }

    public void switched(HttpSession session) {
        switch (session.getMaxInactiveInterval()) {
            case 1:
                session.setAttribute("one", new Good());
                break;
            default:
                session.setAttribute("switched", new Plain()); // found
        }
    }

    public void caught(HttpSession session) {
        Plain plain = null;
        try {
            session.getId();
            plain = new Plain();
        } catch (IllegalStateException e) {
            session.setAttribute("error", e);
        }
        session.setAttribute("caught", plain); // found with -g
    }

    public void declaredOpen(HttpSession session) {
        Open open = session.isNew() ? new Open() : new OpenGood();
        session.setAttribute("declaredOpen", open); // silent
    }

    public void madeOpen(HttpSession session) {
        session.setAttribute("madeOpen", new Open()); // found
    }

    public void madeLast(HttpSession session) {
        session.setAttribute("madeLast", new Last()); // found
    }

    public void declaredBase(HttpSession session) {
        Base base = last();
        session.setAttribute("declaredBase", base); // silent
    }

    public void declaredShape(HttpSession session) {
        Shape shape = shape();
        session.setAttribute("declaredShape", shape); // silent
    }

    public void either(HttpSession session) {
        session.setAttribute("either", session.isNew() ? new Plain() : new Good()); // silent
    }

    public void anonymous(HttpSession session) {
        session.setAttribute("anonymous", new Plain() { }); // found
    }

    public void array(HttpSession session) {
        session.setAttribute("array", new Plain[1]); // silent
    }

    public void lambda(HttpSession session) {
        Supplier<Plain> supplier = Plain::new;
        session.setAttribute("lambda", supplier); // silent
    }

    public void list(HttpSession session) {
        List<Plain> list = new ArrayList<>();
        session.setAttribute("list", list); // silent
    }

    public void listed(HttpSession session) {
        session.setAttribute("listed", new Listed()); // silent
    }

    public void good(HttpSession session) {
        session.setAttribute("good", new Good()); // silent
    }

    public void goodChild(HttpSession session) {
        GoodChild child = new GoodChild();
        session.setAttribute("goodChild", child); // silent
    }

    public void choice(HttpSession session) {
        session.setAttribute("choice", Choice.ONE); // silent
    }

    public void text(HttpSession session) {
        session.setAttribute("text", "text"); // silent
    }

    public void number(HttpSession session) {
        session.setAttribute("number", 1L); // silent
    }

    public void reused(HttpSession session) {
        {
            Plain plain = new Plain();
            plain.hashCode();
        }
        Good good = new Good();
        session.setAttribute("reused", good); // silent
    }

    public void nothing(HttpSession session) {
        session.setAttribute("nothing", null); // silent
    }

    private Plain load() {
        return field;
    }

    private Base last() {
        return new Last();
    }

    private Shape shape() {
        return new Round();
    }
}
