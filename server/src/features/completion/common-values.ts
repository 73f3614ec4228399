import type { Component } from "../../config/component.ts";

/**
 * Values of attributes that take any text, by element or class and attribute: those that Tomcat's documentation names,
 * and those that most files have. The usual first.
 */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  "Connector protocol": [
    "HTTP/1.1",
    "AJP/1.3",
    "org.apache.coyote.http11.Http11NioProtocol",
    "org.apache.coyote.http11.Http11Nio2Protocol",
    "org.apache.coyote.ajp.AjpNioProtocol",
    "org.apache.coyote.ajp.AjpNio2Protocol",
  ],
  "Connector scheme": ["http", "https"],
  "Connector compression": ["off", "on", "force"],
  "Connector URIEncoding": ["UTF-8", "ISO-8859-1"],
  "Connector sslProtocol": ["TLS"],
  "Certificate type": ["RSA", "EC", "DSA", "UNDEFINED"],
  "SSLHostConfig protocols": ["TLSv1.2,TLSv1.3", "TLSv1.3", "TLSv1.2", "all"],
  "SSLHostConfig sslProtocol": ["TLS"],
  "Resource auth": ["Container", "Application"],
  "Resource type": ["javax.sql.DataSource", "org.apache.catalina.UserDatabase", "javax.mail.Session"],
  "Resource scope": ["Shareable", "Unshareable"],
  "Environment type": [
    "java.lang.String",
    "java.lang.Boolean",
    "java.lang.Integer",
    "java.lang.Long",
    "java.lang.Double",
    "java.lang.Float",
    "java.lang.Short",
    "java.lang.Byte",
    "java.lang.Character",
  ],
  "Receiver address": ["auto"],
  "CloudMembershipService membershipProviderClassName": ["kubernetes", "dns"],
  "EncryptInterceptor encryptionAlgorithm": ["AES/GCM/NoPadding", "AES/CBC/PKCS5Padding"],
  "ReplicationValve filter": [".*\\.gif|.*\\.js|.*\\.jpeg|.*\\.jpg|.*\\.png|.*\\.htm|.*\\.html|.*\\.css|.*\\.txt"],
  "AccessLogValve pattern": ["common", "combined"],
  "ExtendedAccessLogValve pattern": ["date time cs-method cs-uri sc-status"],
  "RemoteIpValve remoteIpHeader": ["X-Forwarded-For"],
  "RemoteIpValve protocolHeader": ["X-Forwarded-Proto"],
  "MessageDigestCredentialHandler algorithm": ["SHA-512", "SHA-256"],
  "SecretKeyCredentialHandler algorithm": ["PBKDF2WithHmacSHA512", "PBKDF2WithHmacSHA256"],
  "Realm digest": ["SHA-512", "SHA-256"],
  "Host appBase": ["webapps"],
  "Server shutdown": ["SHUTDOWN"],
};

/** Values people choose from, where the facts have no closed list. */
export function commonValues(component: Component, attribute: string): readonly string[] {
  const simpleName = component.type?.simpleName ?? "";
  return VALUES[`${component.name} ${attribute}`] ?? VALUES[`${simpleName} ${attribute}`] ?? [];
}
