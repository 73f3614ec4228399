import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.tribes.Channel;
import org.apache.catalina.tribes.Member;
import org.apache.catalina.tribes.MembershipListener;
import org.apache.catalina.tribes.group.GroupChannel;
import org.apache.catalina.tribes.group.interceptors.TcpFailureDetector;
import org.apache.catalina.tribes.membership.McastService;
import org.apache.catalina.tribes.transport.ReceiverBase;

/**
 * Starts two channels as their arguments say, lets them run, and prints what membership made of it.
 *
 * Usage: java Multicast.java SECONDS FIRST SECOND, each a list like `port=45564,frequency=500`.
 * Prints: the milliseconds the second one took to start, how many members each sees at the end, and how many times the
 * first one saw a member come and go.
 */
public class Multicast {
    public static void main(String[] words) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        AtomicInteger came = new AtomicInteger();
        AtomicInteger went = new AtomicInteger();
        Channel first = channel(words[1], came, went);
        Channel second = channel(words[2], new AtomicInteger(), new AtomicInteger());
        first.start(Channel.DEFAULT);
        long start = System.nanoTime();
        second.start(Channel.DEFAULT);
        long took = (System.nanoTime() - start) / 1_000_000;
        Thread.sleep(Long.parseLong(words[0]) * 1000);
        System.out.println(took + " " + first.getMembers().length + " " + second.getMembers().length
            + " " + came + " " + went);
        System.exit(0);
    }

    private static GroupChannel channel(String options, AtomicInteger came, AtomicInteger went) throws Exception {
        GroupChannel channel = new GroupChannel();
        ((ReceiverBase) channel.getChannelReceiver()).setAddress(System.getProperty("address"));
        McastService membership = new McastService();
        membership.setBind(System.getProperty("address"));
        for (String option : options.split(",")) {
            String[] pair = option.split("=", 2);
            switch (pair[0]) {
                case "address": membership.setAddress(pair[1]); break;
                case "port": membership.setPort(Integer.parseInt(pair[1])); break;
                case "frequency": membership.setFrequency(Long.parseLong(pair[1])); break;
                case "dropTime": membership.setDropTime(Long.parseLong(pair[1])); break;
                case "domain": membership.setDomain(pair[1]); break;
                case "detector": if (Boolean.parseBoolean(pair[1])) channel.addInterceptor(new TcpFailureDetector()); break;
                case "localLoopbackDisabled": membership.setLocalLoopbackDisabled(Boolean.parseBoolean(pair[1])); break;
                default: throw new IllegalArgumentException(option);
            }
        }
        channel.setMembershipService(membership);
        channel.addMembershipListener(new MembershipListener() {
            @Override public void memberAdded(Member member) { came.incrementAndGet(); }
            @Override public void memberDisappeared(Member member) { went.incrementAndGet(); }
        });
        return channel;
    }
}
