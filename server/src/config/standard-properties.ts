import type { Localized } from "../base/localized.ts";

/** System properties every Tomcat has when it reads its files. */
export const STANDARD_PROPERTIES: ReadonlyMap<string, Localized> = new Map([
  ["catalina.base", { en: "the folder of this Tomcat's files", ko: "이 Tomcat의 파일이 있는 폴더" }],
  ["catalina.home", { en: "the folder Tomcat is installed in", ko: "Tomcat이 설치된 폴더" }],
  ["java.io.tmpdir", { en: "the folder of temporary files", ko: "임시 파일 폴더" }],
  ["java.home", { en: "the folder of the Java in use", ko: "사용 중인 Java의 폴더" }],
  ["user.home", { en: "the home folder of Tomcat's user", ko: "Tomcat 실행 사용자의 홈 폴더" }],
  ["user.name", { en: "the name of Tomcat's user", ko: "Tomcat 실행 사용자의 이름" }],
  ["user.dir", { en: "the folder Tomcat was started in", ko: "Tomcat을 시작한 폴더" }],
]);
