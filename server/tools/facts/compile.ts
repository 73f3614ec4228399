import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Extracted, extract } from "./extract.ts";
import { jdk, withFolder, withPrograms } from "./run-java.ts";

/** Sources no fact rests on that need libraries of their own. */
const LEFT_OUT = /\/catalina\/ant\/|\/buildutil\/|factory\/webservices|\/panama\/|util\/openssl\/|\/jasper\//;

/** The signatures of libraries that other sources name; nothing of them runs while facts are read. */
const STUBS: Readonly<Record<string, string>> = {
  "aQute/bnd/annotation/spi/ServiceProvider": "public @interface ServiceProvider { Class<?> value(); }",
  "aQute/bnd/annotation/spi/ServiceConsumer": "public @interface ServiceConsumer { Class<?> value(); }",
  "javax/xml/bind/DatatypeConverter":
    "public class DatatypeConverter { public static byte[] parseBase64Binary(String s) { return null; } public static String printBase64Binary(byte[] b) { return null; } }",
  "org/apache/tomcat/jakartaee/EESpecProfile": "public interface EESpecProfile {}",
  "org/apache/tomcat/jakartaee/EESpecProfiles": "public enum EESpecProfiles implements EESpecProfile { TOMCAT }",
  "org/apache/tomcat/jakartaee/ClassConverter":
    "public class ClassConverter implements java.lang.instrument.ClassFileTransformer { public ClassConverter() {} public ClassConverter(EESpecProfile p) {} public byte[] transform(ClassLoader l, String n, Class<?> c, java.security.ProtectionDomain d, byte[] b) { return null; } }",
  "org/apache/tomcat/jakartaee/Migration":
    "public class Migration { public void setSource(java.io.File f) {} public void setDestination(java.io.File f) {} public void execute() throws java.io.IOException {} }",
};

/**
 * Facts of a revision that no package offers: its sources are compiled into a folder that is gone afterwards. Lines
 * before 9.0 want a JDK of 8 to 17, the newest wants the Java it is for (JAVA_HOME).
 */
export function extractRevision(checkout: string, revision: string): Extracted {
  const git = (...words: string[]) => execFileSync("git", ["-C", checkout, ...words], { encoding: "utf8" }).trim();
  const commit = git("rev-parse", `${revision}^{commit}`);
  return withFolder((folder) => {
    const archive = execFileSync("git", ["-C", checkout, "archive", commit, "java", "build.properties.default"], {
      maxBuffer: 512 * 1024 * 1024,
    });
    execFileSync("tar", ["x", "-C", folder], { input: archive });
    for (const [name, text] of Object.entries(STUBS)) {
      const path = join(folder, "java", `${name}.java`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `package ${dirname(name).replaceAll("/", ".")}; ${text}\n`);
    }
    const files = readdirSync(join(folder, "java"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".java") && !LEFT_OUT.test(`/${name}`))
      .map((name) => join(folder, "java", name));
    const list = join(folder, "files");
    writeFileSync(list, files.map((file) => `"${file}"`).join("\n"));
    const classes = join(folder, "classes");
    // The line 7.0 uses packages of the JDK that only an old source level may see.
    const level = /^7\./.test(revision) ? ["-source", "8", "-target", "8"] : [];
    execFileSync(jdk("javac"), ["-proc:none", "-nowarn", "-encoding", "UTF-8", ...level, "-d", classes, `@${list}`], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    const facts = withPrograms((programs) => extract(programs, [classes]));
    return {
      release: releaseIn(git("show", `${commit}:build.properties.default`)),
      checksum: `commit ${commit}`,
      facts,
    };
  });
}

/** The release a source tree is to become. */
function releaseIn(properties: string): string {
  const value = (name: string) => new RegExp(`^version\\.${name}=(.*)$`, "m").exec(properties)?.[1]?.trim() ?? "";
  return `${value("major")}.${value("minor")}.${value("build")}${value("suffix")}`;
}
