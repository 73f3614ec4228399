import type { Component } from "../../config/component.ts";
import { type Line, lineFacts } from "../../schema/lines.ts";
import { ENVIRONMENT_TYPES } from "./web-facts.ts";

/**
 * Common values of attributes of any text, by element or class and attribute, the usual first. Each group names its
 * source: `config/…` is a page of Tomcat's configuration reference.
 */
export const COMMON_VALUES: Readonly<Record<string, readonly string[]>> = {
  // config/http and config/ajp, protocol; a unit test looks the classes up in the facts.
  "Connector protocol": [
    "HTTP/1.1",
    "AJP/1.3",
    "org.apache.coyote.http11.Http11NioProtocol",
    "org.apache.coyote.http11.Http11Nio2Protocol",
    "org.apache.coyote.ajp.AjpNioProtocol",
    "org.apache.coyote.ajp.AjpNio2Protocol",
  ],
  // config/http: Common Attributes and Standard Implementation; CompressionConfig.setCompression.
  "Connector scheme": ["http", "https"],
  "Connector compression": ["off", "on", "force"],
  "Connector URIEncoding": ["UTF-8", "ISO-8859-1"],
  // config/http, SSL Support; SSLHostConfigCertificate.Type and SSLHostConfig.setProtocols.
  "Connector sslProtocol": ["TLS"],
  "Certificate type": ["RSA", "EC", "DSA", "UNDEFINED"],
  "SSLHostConfig protocols": ["TLSv1.2,TLSv1.3", "TLSv1.3", "TLSv1.2", "all"],
  "SSLHostConfig sslProtocol": ["TLS"],
  // The enumerations of res-auth, res-sharing-scope and env-entry-type in the Servlet schemas; types of config/context.
  "Resource auth": ["Container", "Application"],
  "Resource type": ["javax.sql.DataSource", "org.apache.catalina.UserDatabase", "javax.mail.Session"],
  "Resource scope": ["Shareable", "Unshareable"],
  "Environment type": ENVIRONMENT_TYPES,
  // config/cluster-receiver; CloudMembershipService.setMembershipProviderClassName; EncryptInterceptor; the cluster how-to.
  "Receiver address": ["auto"],
  "CloudMembershipService membershipProviderClassName": ["kubernetes", "dns"],
  "EncryptInterceptor encryptionAlgorithm": ["AES/GCM/NoPadding", "AES/CBC/PKCS5Padding"],
  "ReplicationValve filter": [".*\\.gif|.*\\.js|.*\\.jpeg|.*\\.jpg|.*\\.png|.*\\.htm|.*\\.html|.*\\.css|.*\\.txt"],
  // config/valve: Access Logging, Remote IP Valve.
  "AccessLogValve pattern": ["common", "combined"],
  "ExtendedAccessLogValve pattern": ["date time cs-method cs-uri sc-status"],
  "RemoteIpValve remoteIpHeader": ["X-Forwarded-For"],
  "RemoteIpValve protocolHeader": ["X-Forwarded-Proto"],
  // config/credentialhandler and config/realm: names of Java's algorithms.
  "MessageDigestCredentialHandler algorithm": ["SHA-512", "SHA-256"],
  "SecretKeyCredentialHandler algorithm": ["PBKDF2WithHmacSHA512", "PBKDF2WithHmacSHA256"],
  "Realm digest": ["SHA-512", "SHA-256"],
  // The server.xml that Tomcat ships.
  "Host appBase": ["webapps"],
  "Server shutdown": ["SHUTDOWN"],
};

/** Common values of an attribute for which the facts have no closed list. */
export function commonValues(component: Component, attribute: string, line: Line): readonly string[] {
  const simpleName = component.type?.simpleName ?? "";
  const values = COMMON_VALUES[`${component.name} ${attribute}`] ?? COMMON_VALUES[`${simpleName} ${attribute}`] ?? [];
  // JavaMail moved with the Servlet API (MailSessionFactory); java's own packages stayed.
  return values.map((value) => value.replace(/^javax(?=\.mail\.)/, lineFacts(line).packages));
}
