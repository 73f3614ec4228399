/** Class names the rules speak of, as they are written in className. */
const HA = "org.apache.catalina.ha.";
const TRIBES = "org.apache.catalina.tribes.";
const INTERCEPTORS = `${TRIBES}group.interceptors.`;

export const REPLICATION_VALVE = `${HA}tcp.ReplicationValve`;
export const JVM_ROUTE_BINDER_VALVE = `${HA}session.JvmRouteBinderValve`;
export const FARM_WAR_DEPLOYER = `${HA}deploy.FarmWarDeployer`;
export const NIO_RECEIVER = `${TRIBES}transport.nio.NioReceiver`;
export const BIO_RECEIVER = `${TRIBES}transport.bio.BioReceiver`;
export const MCAST_SERVICE = `${TRIBES}membership.McastService`;
export const STATIC_MEMBER = `${TRIBES}membership.StaticMember`;
export const STATIC_MEMBERSHIP = `${INTERCEPTORS}StaticMembershipInterceptor`;
export const TCP_FAILURE_DETECTOR = `${INTERCEPTORS}TcpFailureDetector`;
export const TCP_PING = `${INTERCEPTORS}TcpPingInterceptor`;
export const THROUGHPUT = `${INTERCEPTORS}ThroughputInterceptor`;
export const ENCRYPT = `${INTERCEPTORS}EncryptInterceptor`;
export const MESSAGE_DISPATCH = `${INTERCEPTORS}MessageDispatchInterceptor`;
export const MESSAGE_DISPATCH_15 = `${INTERCEPTORS}MessageDispatch15Interceptor`;
export const DELTA_MANAGER = `${HA}session.DeltaManager`;
export const BACKUP_MANAGER = `${HA}session.BackupManager`;
export const CLUSTER_SESSION_LISTENER = `${HA}session.ClusterSessionListener`;
/** Only in 7.0: it tells the other nodes of a session id that a failover changed. */
export const JVM_ROUTE_SESSION_ID_LISTENER = `${HA}session.JvmRouteSessionIDBinderListener`;
export const CLUSTER_SSO = `${HA}authenticator.ClusterSingleSignOn`;
export const SIMPLE_TCP_CLUSTER = `${HA}tcp.SimpleTcpCluster`;
export const GROUP_CHANNEL = `${TRIBES}group.GroupChannel`;
export const STATIC_SERVICE = `${TRIBES}membership.StaticMembershipService`;
export const CLOUD_SERVICE = `${TRIBES}membership.cloud.CloudMembershipService`;
export const REMOTE_IP_VALVE = "org.apache.catalina.valves.RemoteIpValve";
export const FILE_STORE = "org.apache.catalina.session.FileStore";
export const DEFAULT_SERVLET = "org.apache.catalina.servlets.DefaultServlet";
export const FRAGMENTATION = `${INTERCEPTORS}FragmentationInterceptor`;
export const GZIP = `${INTERCEPTORS}GzipInterceptor`;
export const ORDER_INTERCEPTOR = `${INTERCEPTORS}OrderInterceptor`;
export const TWO_PHASE = `${INTERCEPTORS}TwoPhaseCommitInterceptor`;
export const DOMAIN_FILTER = `${INTERCEPTORS}DomainFilterInterceptor`;
export const NON_BLOCKING_COORDINATOR = `${INTERCEPTORS}NonBlockingCoordinator`;
/** Both kinds of Receiver; the blocking one is gone from Tomcat 10 on. */
export const RECEIVERS: readonly string[] = [NIO_RECEIVER, BIO_RECEIVER];
export const SIMPLE_COORDINATOR = `${INTERCEPTORS}SimpleCoordinator`;
