import { Change } from "./change.ts";
import { lineOf } from "./lines.ts";
import type { TomcatVersion } from "./model.ts";
import { Release } from "./release.ts";

/**
 * From these releases on, encrypted messages have another form. All of 7.0 and 8.5 send the old one.
 *
 * Source: EncryptInterceptor of 9.0.119, 10.1.56 and 11.0.23 against the releases before.
 */
export const ENCRYPTED_FORM = new Change("9.0.119", "10.1.56", "11.0.23");

/**
 * From this release on, an option bit of the message (0x100) marks it as compressed.
 *
 * Source: GzipInterceptor.sendMessage and messageReceived, 9.0.0-M23 and later against 8.5.100.
 */
export const GZIP_FLAG = new Change("9.0.0-M23");

/**
 * From this release on, a session's changes are sent in messages of another version.
 *
 * Source: serialVersionUID of SessionMessageImpl, 1 in all of 7.0 and 2 in all of 8.5 and later.
 */
export const SESSION_MESSAGE = new Change("8.5.0");

/** The serialized forms of a class: each from a release of its line on, the oldest first. */
type Forms = readonly (readonly [first: string, form: string])[];

/**
 * The forms of a DeltaSession with a BackupManager, by the serialVersionUID that Java calculates from the class, which
 * declares none.
 *
 * Source: the jars of 9.0.43, 9.0.70, 9.0.95, 9.0.122, 10.1.60 and 11.0.24; for the releases between, the tags that
 * changed the class, compiled for the line's own Java, including all tags at a border.
 */
const SESSION_OBJECTS: Forms = [
  ["8.5.0", "2867907695408841010"],
  ["8.5.42", "-8644450145351526069"],
  ["8.5.54", "2752609111726365693"],
  ["8.5.83", "296450023228352885"],
  ["9.0.1", "2867907695408841010"],
  ["9.0.21", "-8644450145351526069"],
  ["9.0.34", "2752609111726365693"],
  ["9.0.66", "296450023228352885"],
  ["10.1.0", "296450023228352885"],
  ["11.0.0", "296450023228352885"],
];

/** The forms of MemberImpl, which a BackupManager's messages contain. */
const MEMBERS: Forms = [
  ["8.5.0", "-3881480645479112067"],
  ["8.5.1", "3323947316117794076"],
  ["9.0.1", "3323947316117794076"],
  ["10.1.0", "6004750745337223678"],
  ["10.1.40", "-8901659902996040089"],
  ["11.0.0", "6004750745337223678"],
  ["11.0.6", "-8901659902996040089"],
];

/**
 * The form in which a BackupManager of this Tomcat sends sessions: nodes with the same read each other. Undefined where
 * it is not known.
 */
export function backupForm({ line, release, standsFor }: TomcatVersion): string | undefined {
  if (standsFor !== undefined) return undefined;
  const parts = [SESSION_OBJECTS, MEMBERS].map((forms) =>
    formIn(
      forms.filter(([first]) => lineOf(first) === line),
      release,
    ),
  );
  return parts.includes(undefined) ? undefined : parts.join(" ");
}

/** Undefined where a line has several forms and the release does not determine which. */
function formIn(forms: Forms, release: Release | undefined): string | undefined {
  if (!release) return forms.length === 1 ? forms[0]?.[1] : undefined;
  return forms.findLast(([first]) => {
    const from = Release.parse(first);
    return from !== undefined && release.compare(from) >= 0;
  })?.[1];
}
