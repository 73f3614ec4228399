import { ENCRYPTED_FORM } from "../../../../server/src/schema/wire-forms.ts";
import { type RealTomcat, tomcats } from "../../tomcats.ts";
import { encrypt, KEYS, type Scene, TRIBES } from "./scene.ts";

const SHORT = 4000;
const interceptor = (name: string) => `<Interceptor className="${TRIBES}.group.interceptors.${name}"/>`;

function encryptsOtherwise(than: RealTomcat): RealTomcat {
  const other = tomcats.find((each) => ENCRYPTED_FORM.isIn(each) !== ENCRYPTED_FORM.isIn(than));
  if (!other) throw new Error(`no Tomcat is here that encrypts in another way than ${than.release}`);
  return other;
}

/** Messages that are not understood. */
export const MESSAGES: readonly Scene[] = [
  {
    name: "different keys",
    faults: ["key-differs"],
    besides: ["state-timeout", "decrypt-failed", "member-died", "message-not-sent", "message-handling-failed"],
    node: (index) => ({ interceptors: encrypt(KEYS[index]) }),
    wait: SHORT,
  },
  {
    name: "a key of no length that fits",
    faults: ["key-refused"],
    besides: ["state-timeout"],
    node: (index) => (index === 0 ? {} : { interceptors: encrypt("cafe") }),
  },
  {
    name: "no key",
    faults: ["key-refused"],
    fails: true,
    node: (index) => (index === 0 ? {} : { interceptors: encrypt("").replace(' encryptionKey=""', "") }),
  },
  {
    name: "interceptors with one flag",
    faults: ["option-flag-conflict"],
    fails: true,
    node: (index) =>
      index === 0
        ? {}
        : {
            channel: 'optionCheck="true"',
            interceptors: ["GzipInterceptor", "ThroughputInterceptor"]
              .map((name) => `<Interceptor className="${TRIBES}.group.interceptors.${name}" optionFlag="4096"/>`)
              .join(""),
          },
  },
  {
    name: "an algorithm that Java does not have",
    faults: ["key-refused"],
    besides: ["state-timeout"],
    fails: true,
    node: (index) =>
      index === 0 ? {} : { interceptors: encrypt(KEYS[0]).replace("/>", ' encryptionAlgorithm="AES/XYZ/NoPadding"/>') },
  },
  {
    name: "releases that encrypt in another way",
    faults: ["encryption-differs"],
    besides: ["state-timeout", "decrypt-failed", "message-not-sent", "message-handling-failed", "member-died"],
    node: (index, tomcat) => ({
      interceptors: encrypt(KEYS[0]),
      ...(index === 1 && { real: encryptsOtherwise(tomcat) }),
    }),
    wait: SHORT,
  },
  {
    name: "encryption on one side only",
    faults: ["stream-corrupted"],
    besides: ["state-timeout"],
    node: (index) => (index === 0 ? {} : { interceptors: encrypt(KEYS[0]) }),
    wait: SHORT,
  },
  {
    name: "compression on one side only",
    faults: ["stream-corrupted"],
    besides: ["state-timeout"],
    node: (index) => (index === 0 ? {} : { interceptors: interceptor("GzipInterceptor") }),
    wait: SHORT,
  },
  {
    name: "clocks too far apart for EncryptInterceptor",
    faults: ["replay-refused", ["clocks-differ", /clock of node2 is/]],
    besides: ["state-timeout", "message-not-sent"],
    ahead: 90,
    change: ENCRYPTED_FORM,
    node: () => ({ interceptors: encrypt(KEYS[0]).replace("/>", ' replayWindowTime="5000"/>') }),
    wait: SHORT,
  },
];
