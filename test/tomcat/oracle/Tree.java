import java.util.*;

import org.apache.catalina.*;

/**
 * The objects of a Tomcat as a tree under the names of their elements, for the comparison with our effective
 * configuration: of each its class and the attributes its class is asked for.
 *
 * It is read twice: when the file has been parsed, and when Tomcat has started. What an object said the first time is
 * what counts, because starting it resolves addresses and opens ports; `changed` holds what it says afterwards.
 */
final class Tree {

    /** Names of attributes by class. */
    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<Object, Map<String, Object>> parsed = new IdentityHashMap<>();
    private Map<Object, Boolean> seen = new IdentityHashMap<>();
    private boolean started;

    /** Each line is a class and the names of its attributes, separated by blanks. */
    Tree(List<String> lines) {
        for (String line : lines) {
            String[] words = line.split(" ");
            names.put(words[0], Arrays.asList(words).subList(1, words.length));
        }
    }

    /** Remembers what the objects say before they start. */
    Map<String, Object> before(Server server) {
        parsed.clear();
        return read(server, false);
    }

    Map<String, Object> after(Server server) {
        return read(server, true);
    }

    private Map<String, Object> read(Server server, boolean isStarted) {
        started = isStarted;
        seen = new IdentityHashMap<>();
        return node("Server", server);
    }

    private Map<String, Object> node(String element, Object o) {
        seen.put(o, true);
        Map<String, Object> now = attributes(o);
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("element", element);
        m.put("class", o.getClass().getName());
        if (!started) parsed.put(o, now);
        Map<String, Object> first = parsed.getOrDefault(o, now);
        m.put("attributes", first);
        Map<String, Object> changed = new TreeMap<>();
        for (String name : now.keySet()) if (!Objects.equals(now.get(name), first.get(name))) changed.put(name, now.get(name));
        m.put("changed", changed);
        List<Object> children = new ArrayList<>();
        switch (element) {
            case "Server":
                listeners(children, o);
                add(children, "GlobalNamingResources", Oracle.call(o, "getGlobalNamingResources"));
                all(children, "Service", Oracle.call(o, "findServices"));
                break;
            case "GlobalNamingResources":
                for (String kind : new String[] { "Resource", "Environment", "ResourceLink" }) all(children, kind, Oracle.call(o, "find" + kind + "s"));
                break;
            case "Service":
                listeners(children, o);
                all(children, "Executor", Oracle.call(o, "findExecutors"));
                all(children, "Connector", Oracle.call(o, "findConnectors"));
                add(children, "Engine", Oracle.call(o, "getContainer"));
                break;
            case "Connector":
                listeners(children, o);
                all(children, "SSLHostConfig", Oracle.call(o, "findSslHostConfigs"));
                all(children, "UpgradeProtocol", Oracle.call(o, "findUpgradeProtocols"));
                break;
            case "SSLHostConfig":
                all(children, "Certificate", Oracle.call(o, "getCertificates"));
                break;
            case "Engine":
            case "Host":
                listeners(children, o);
                add(children, "Realm", Oracle.field(o, "realm"));
                Object cluster = Oracle.field(o, "cluster");
                add(children, "Cluster", cluster);
                Object[] valves = (Object[]) Oracle.call(Oracle.call(o, "getPipeline"), "getValves");
                m.put("pipeline", classes(valves));
                all(children, "Valve", valves);
                all(children, "Host".equals(element) ? "Context" : "Host", Oracle.call(o, "findChildren"));
                break;
            case "Realm":
                all(children, "Realm", Oracle.field(o, "realms"));
                add(children, "CredentialHandler", Oracle.call(o, "getCredentialHandler"));
                break;
            case "CredentialHandler":
                all(children, "CredentialHandler", Oracle.field(o, "credentialHandlers"));
                break;
            case "Cluster":
                listeners(children, o);
                add(children, "Manager", Oracle.call(o, "getManagerTemplate"));
                add(children, "Channel", Oracle.call(o, "getChannel"));
                all(children, "Valve", Oracle.call(o, "getValves"));
                add(children, "Deployer", Oracle.call(o, "getClusterDeployer"));
                all(children, "ClusterListener", Oracle.call(o, "findClusterListeners"));
                break;
            case "Manager":
                add(children, "SessionIdGenerator", Oracle.call(o, "getSessionIdGenerator"));
                break;
            case "Channel":
                add(children, "Membership", Oracle.call(o, "getMembershipService"));
                add(children, "Receiver", Oracle.call(o, "getChannelReceiver"));
                add(children, "Sender", Oracle.call(o, "getChannelSender"));
                Iterator<?> chain = (Iterator<?>) Oracle.call(o, "getInterceptors");
                while (chain.hasNext()) add(children, "Interceptor", chain.next());
                // Started channels also have listeners of maps and of the Cluster, which no element makes.
                written(children, "ChannelListener", Oracle.field(o, "channelListeners"));
                written(children, "MembershipListener", Oracle.field(o, "membershipListeners"));
                break;
            case "Sender":
                add(children, "Transport", Oracle.call(o, "getTransport"));
                break;
            case "Membership":
            case "Interceptor":
                if (o.getClass().getSimpleName().startsWith("Static")) {
                    add(children, "LocalMember", Oracle.field(o, "localMember"));
                    all(children, "Member", Oracle.field(o, o.getClass().getSimpleName().equals("StaticMembershipService") ? "staticMembers" : "members"));
                }
                break;
            default:
        }
        m.put("children", children);
        return m;
    }

    private Map<String, Object> attributes(Object o) {
        Map<String, Object> m = new TreeMap<>();
        for (String name : names.getOrDefault(o.getClass().getName(), List.of())) {
            Object value = value(o, name);
            if (value != Oracle.NONE) m.put(name, Oracle.simple(value));
        }
        return m;
    }

    private static Object value(Object o, String name) {
        if (o instanceof org.apache.catalina.tribes.Member && name.equals("host")) {
            byte[] host = (byte[]) Oracle.call(o, "getHost");
            return host.length == 0 ? null : Oracle.call(o, "getHostname");
        }
        Object got = Oracle.getter(o, name);
        if (got instanceof byte[] && name.equals("domain")) return new String((byte[]) got, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (got instanceof byte[] && name.equals("encryptionKey")) return org.apache.tomcat.util.buf.HexUtils.toHexString((byte[]) got);
        if (!(o instanceof org.apache.catalina.connector.Connector)) return got;
        // A Connector hands attributes on to its protocol, and that to its endpoint, which has more getters than they.
        Object protocol = Oracle.call(o, "getProtocolHandler");
        if (name.equals("protocol")) return protocol.getClass().getName();
        Object endpoint = Oracle.call(protocol, "getEndpoint");
        if (name.startsWith("socket.")) return Oracle.getter(Oracle.call(endpoint, "getSocketProperties"), name.substring(7));
        Object value = Oracle.NONE;
        for (Object each : new Object[] { o, protocol, endpoint }) if (value == Oracle.NONE || value == null) value = Oracle.getter(each, name);
        return value;
    }

    private void listeners(List<Object> children, Object o) {
        Object[] found = (Object[]) Oracle.call(o, "findLifecycleListeners");
        if (found != null) for (Object each : found) add(children, "Listener", each);
    }

    /** Parts of Services, Hosts and Realms that no element can name. */
    private static final Set<String> INSIDE = Set.of("org.apache.catalina.mapper.MapperListener", "org.apache.catalina.startup.ContextConfig$HostWebXmlCacheCleaner",
            "org.apache.catalina.realm.CombinedRealm$CombinedRealmCredentialHandler");

    /** An object in two places is where it was first. Applications that a Host finds by itself are not the file's. */
    private void add(List<Object> children, String element, Object o) {
        if (o == null || INSIDE.contains(o.getClass().getName()) || seen.containsKey(o) || (started && o instanceof Context && !parsed.containsKey(o))) return;
        children.add(node(element, o));
    }

    private void all(List<Object> children, String element, Object found) {
        for (Object each : list(found)) add(children, element, each);
    }

    private void written(List<Object> children, String element, Object found) {
        for (Object each : list(found)) if (!started || parsed.containsKey(each)) add(children, element, each);
    }

    private static List<Object> list(Object found) {
        if (found instanceof Object[]) return Arrays.asList((Object[]) found);
        return found instanceof Collection ? new ArrayList<>((Collection<?>) found) : List.of();
    }

    private static List<Object> classes(Object[] objects) {
        List<Object> l = new ArrayList<>();
        for (Object each : objects) l.add(each.getClass().getName());
        return l;
    }
}
