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
