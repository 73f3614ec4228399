import { isUsualCommand } from "./own-command.ts";

/** A mark that a script replaces by a name or an address: `#HOST#`, `@HOST@`, `%HOST%`, `__HOST__`. */
const MARK = "(?:#[\\w.-]+#|@[\\w.-]+@|%[\\w.-]+%|__\\w+?__)";

/** A line that replaces such a mark; of a server.xml it may change no more. */
const REPLACES_MARK = new RegExp(`^sed -i (?:"s/${MARK}/.*/g?"|'s/${MARK}/.*/g?') \\S+$`);

/** What sets options or placeholders, or is read where they are. */
const SETTINGS = /_OPTS|server\.xml|setenv|catalina\.(?:properties|sh)|-D\w|jvmRoute/;

/** Lines that change neither options nor files of `conf`. */
const PLAIN = [
  /^(?:#.*)?$/,
  /^set [-+][a-z]+$/,
  /^(?:sleep \d+|date|hostname|wait|exec "\$@")$/,
  /^(?:echo|mkdir|chmod|chown|cd) [^;&|<>`$()]*$/,
  /^sed -i [^;]* \S+\.(?:jsp|html?|css|js|xml)$/,
];

/**
 * True for a script that certainly sets no options, and of a server.xml replaces no more than marks in it: each of its
 * lines is known.
 */
export function setsNothing(script: string): boolean {
  return script.split("\n").every((line) => {
    const written = line.trim().replace(/\s+/g, " ");
    // A second command of sed, or of the shell, may do anything.
    if (REPLACES_MARK.test(written)) return !/;|&&|\/g? -e /.test(written) && !/setenv|catalina\./.test(written);
    return (
      isUsualCommand(written.replace(/^exec /, "")) ||
      (!SETTINGS.test(written) && PLAIN.some((each) => each.test(written)))
    );
  });
}

/** The script that a command runs: `bash ./pre.sh`, `/pre.sh`. */
const SCRIPT = /^(?:(?:\/bin\/)?(?:ba)?sh )?(?:exec )?(?:\S*\/)?([\w.-]+\.sh)$/;

/**
 * True for a command that starts Tomcat's own script, or scripts beside it that set nothing.
 *
 * @param scripts the texts of scripts by their names
 */
export function isKnownCommand(command: string, scripts: ReadonlyMap<string, string>): boolean {
  if (command.includes("||")) return false;
  return command.split(/&&|;/).every((each) => {
    const written = each.trim().replace(/\s+/g, " ");
    if (isUsualCommand(written)) return true;
    const script = scripts.get(SCRIPT.exec(written)?.[1] ?? "");
    return script !== undefined && setsNothing(script);
  });
}
