import assert from "node:assert/strict";
import { after, before } from "node:test";
import { kindOfKey } from "../../server/src/logs/kinds/index.ts";
import { type Site, sitesAt, sitesOfLogger } from "../../server/src/logs/recognition/sites.ts";
import { clusterJars, isClustering, type LogSite, logSitesIn } from "../../server/tools/logs/sites.ts";
import { describeOn, missingTomcat, tomcats } from "./tomcats.ts";

/** What is logged at WARNING and above must be explained; so must these, which tell of members and sessions. */
const TELLING = /^(?:simpleTcpCluster|deltaManager|tcpFailureDetector|receiverBase|abstractReplicatedMap)\./;

for (const tomcat of tomcats) {
  describeOn(tomcat, `the log of Tomcat ${tomcat.release}`, { skip: missingTomcat }, (test) => {
    let real: readonly LogSite[] = [];
    before(() => {
      real = logSitesIn(clusterJars(tomcat.jars)).filter((site) => isClustering(site.class));
    });
    after(() => {
      real = [];
    });
    const seen = () =>
      real.filter(({ level, key }) => /SEVERE|WARNING/.test(level) || (level === "INFO" && TELLING.test(key ?? "")));

    test("every place in ha and tribes that warns is explained", () => {
      assert.ok(seen().length > 180, `only ${seen().length} places`);
      const missing = seen().filter(({ class: name, method, key }) => !kindOfKey(key ?? shortOf(name, method)));
      assert.deepEqual(missing, []);
    });

    test("and is found by its class and method, and by its logger", () => {
      const fits = (site: LogSite) => (known: Site) =>
        known.level === site.level &&
        known.thrown === site.thrown &&
        known.lines.includes(tomcat.line) &&
        known.key === (site.key ?? shortOf(site.class, site.method));
      for (const site of seen()) {
        assert.ok(sitesAt(site.class, site.method).some(fits(site)), `${site.class}.${site.method} ${site.key}`);
        assert.ok(sitesOfLogger(site.logger).some(fits(site)), `${site.logger} ${site.key}`);
      }
    });
  });
}

function shortOf(name: string, method: string): string {
  return `${name.replace("org.apache.catalina.", "")}.${method}`;
}
