import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.HexFormat;
import org.apache.catalina.tribes.Channel;
import org.apache.catalina.tribes.Member;
import org.apache.catalina.tribes.MembershipListener;
import org.apache.catalina.tribes.group.GroupChannel;
import org.apache.catalina.tribes.membership.McastService;
import org.apache.catalina.tribes.membership.MemberImpl;
import org.apache.catalina.tribes.transport.ReceiverBase;

/**
 * A real member that does what it is told on standard input, or a reader of packets.
 *
 * Usage: java Heartbeat.java member HOST PORT DOMAIN GROUP: starts a channel and prints `started UNIQUE_ID`; then a line
 * `came NAME` or `went NAME` for each member it sees; `stop` on standard input stops the channel, which prints
 * `stopped`. What Tribes logs, from INFO on, goes to standard error.
 * Usage: java Heartbeat.java read: for each line of hexadecimal digits prints what MemberImpl.getMember makes of it:
 * `PORT ALIVE HOST UNIQUE_ID COMMAND DOMAIN PAYLOAD`, or `none`.
 */
public class Heartbeat {
    public static void main(String[] words) throws Exception {
        if (words[0].equals("read")) read();
        else member(words[1], Integer.parseInt(words[2]), words[3], words[4]);
        System.exit(0);
    }

    private static void member(String host, int port, String domain, String group) throws Exception {
        GroupChannel channel = new GroupChannel();
        ReceiverBase receiver = (ReceiverBase) channel.getChannelReceiver();
        receiver.setAddress(host);
        receiver.setPort(port);
        McastService membership = new McastService();
        membership.setBind(host);
        membership.setAddress(group);
        membership.setDomain(domain);
        channel.setMembershipService(membership);
        channel.addMembershipListener(new MembershipListener() {
            @Override public void memberAdded(Member member) { say("came " + member.getName()); }
            @Override public void memberDisappeared(Member member) { say("went " + member.getName()); }
        });
        channel.start(Channel.DEFAULT);
        say("started " + HexFormat.of().formatHex(channel.getLocalMember(false).getUniqueId()));
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        for (String line = input.readLine(); line != null && !line.equals("stop"); line = input.readLine()) { }
        channel.stop(Channel.DEFAULT);
        say("stopped");
    }

    private static void read() throws Exception {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        HexFormat hex = HexFormat.of();
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String answer;
            try {
                Member member = MemberImpl.getMember(hex.parseHex(line));
                answer = member.getPort() + " " + member.getMemberAliveTime() + " " + hex.formatHex(member.getHost()) + " "
                    + hex.formatHex(member.getUniqueId()) + " " + hex.formatHex(member.getCommand()) + " "
                    + hex.formatHex(member.getDomain()) + " " + hex.formatHex(member.getPayload());
            } catch (Exception | OutOfMemoryError refused) {
                answer = "none";
            }
            say(answer);
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
