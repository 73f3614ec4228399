/** What a heartbeat of a test says; the rest is as a new Tomcat says it. */
export interface Saying {
  readonly host?: readonly number[];
  readonly port?: number;
  readonly securePort?: number;
  readonly udpPort?: number;
  readonly aliveTime?: number;
  readonly command?: string;
  readonly domain?: string;
  readonly uniqueId?: readonly number[];
  readonly payload?: string;
}

export const LEAVING = "BABY-ALEX";
const UNIQUE_ID = Array.from({ length: 16 }, (_, index) => index + 1);

/** The bytes MemberImpl.getData makes of a member. */
export function heartbeat(saying: Saying = {}): Uint8Array {
  const host = saying.host ?? [192, 168, 56, 7];
  const body = Buffer.concat([
    long(saying.aliveTime ?? 61_000),
    int(saying.port ?? 4000),
    int(saying.securePort ?? -1),
    int(saying.udpPort ?? -1),
    Buffer.from([host.length, ...host]),
    counted(Buffer.from(saying.command ?? "", "latin1")),
    counted(Buffer.from(saying.domain ?? "", "latin1")),
    Buffer.from(saying.uniqueId ?? UNIQUE_ID),
    counted(Buffer.from(saying.payload ?? "", "latin1")),
  ]);
  return Buffer.concat([Buffer.from("TRIBES-B\x01\x00"), counted(body), Buffer.from("TRIBES-E\x01\x00")]);
}

/** A message in a frame of XByteBuffer, with its sender. */
export function message(sender: Uint8Array, text: string): Uint8Array {
  const data = Buffer.concat([int(0), long(0), counted(Buffer.alloc(16)), counted(sender), counted(Buffer.from(text))]);
  return Buffer.concat([Buffer.from("FLT2002"), counted(data), Buffer.from("TLF2003")]);
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}

function counted(bytes: Uint8Array): Buffer {
  return Buffer.concat([int(bytes.length), bytes]);
}
