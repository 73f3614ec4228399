import { Change } from "../schema/change.ts";
import type { TomcatVersion } from "../schema/model.ts";

const TYPES = ["UNDEFINED", "RSA", "DSA", "EC"];
/** A type for keys of ML-DSA. */
const ML_DSA = "MLDSA";
const WITH_ML_DSA = new Change("9.0.110", "10.1.46", "11.0.12");

/** From here on Tomcat warns of an unknown type of a Certificate and goes on with UNDEFINED (CertificateCreateRule.begin). */
export const UNKNOWN_TYPE_GOES_ON = new Change("9.0.119", "10.1.56", "11.0.23");

/** The types a Certificate may have; where the release is not known, also those of the newest one. */
export function certificateTypes(version: TomcatVersion): readonly string[] {
  return WITH_ML_DSA.isIn(version) === false ? TYPES : [...TYPES, ML_DSA];
}
