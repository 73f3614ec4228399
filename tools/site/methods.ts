/** What `protocol.ts` makes its requests of, with their names only. */
class Named {
  readonly method: string;

  constructor(method: string) {
    this.method = method;
  }
}

export { Named as NotificationType, Named as NotificationType0, Named as RequestType, Named as RequestType0 };
