/** Why nothing came: a code of the system (`ECONNREFUSED`), of TLS (`CERT_HAS_EXPIRED`), or `TIMEOUT`. */
export interface Silence {
  readonly code: string;
}
