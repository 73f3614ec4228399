import type { FolderLaunches, Launch, Service } from "./environment.ts";
import { isTomcat } from "./select.ts";

/** Images of Docker's own library that a name without a user may be; those of databases, balancers and languages too. */
const LIBRARY = new Set(
  `adminer aerospike almalinux alpine amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash bonita
  buildpack-deps busybox caddy cassandra chronograf clearlinux clefos clickhouse clojure composer consul convertigo
  couchbase couchdb crate dart debian docker drupal eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx
  erlang express-gateway fedora flink fluentd friendica gazebo gcc geonetwork ghost golang gradle groovy haproxy haskell
  haxe hello-world hitch hivemq httpd hylang ibmjava influxdb irssi jenkins jetty joomla jruby julia kapacitor kibana
  kong krakend lightstreamer liquibase logstash mageia mariadb matomo maven mediawiki memcached mongo mongo-express
  monica mono mysql nats nats-streaming neo4j neurodebian nextcloud nginx node notary nuxeo odoo open-liberty openjdk
  openresty opensuse oraclelinux orientdb percona perl photon php php-zendserver phpmyadmin plone postfixadmin postgres
  pypy python r-base rabbitmq rakudo-star rapidoid redis redmine registry rethinkdb rocket.chat rockylinux ros ruby rust
  sapmachine satosa scratch silverpeas solr sonarqube sourcemage spark spiped storm swarm swift swipl tarantool telegraf
  thrift tomcat tomee traefik ubuntu unit varnish vault websphere-liberty wildfly wordpress xwiki yourls znc zookeeper`.split(
    /\s+/,
  ),
);

/**
 * Services of the only image of a compose file that no registry publishes, as built by the Dockerfile of a Tomcat beside it,
 * or in the folder of that Tomcat where the image is called after it. Only those that make several nodes: what a single
 * one runs, its name does not tell for certain.
 *
 * @param base the folder of the Tomcat
 */
export function withOwnImages(
  base: string,
  folders: ReadonlyMap<string, FolderLaunches>,
): ReadonlyMap<string, FolderLaunches> {
  const found = new Map(folders);
  for (const [folder, launches] of folders) {
    const builder = builderOf(launches.services, folder, base, folders);
    if (!builder) continue;
    const services = launches.services.map((service) => {
      if (!isOwn(service)) return service;
      const bases = new Set([...service.bases, ...builder.dockerfile.bases]);
      return { ...service, image: undefined, builtFrom: builder.folder, bases };
    });
    found.set(folder, { ...launches, services });
  }
  return found;
}

interface Builder {
  readonly folder: string;
  readonly dockerfile: Launch;
}

/** The Dockerfile that makes the only own image of a folder's services. */
function builderOf(
  services: readonly Service[],
  folder: string,
  base: string,
  folders: ReadonlyMap<string, FolderLaunches>,
): Builder | undefined {
  const own = services.filter(isOwn);
  const [image, another] = new Set(own.map((each) => each.image?.name));
  const nodes = own.reduce((sum, { containers }) => sum + containers, 0);
  if (image === undefined || another !== undefined || nodes < 2) return undefined;
  const name = base.slice(base.lastIndexOf("/") + 1);
  const builders = [folder, ...(base !== folder && name !== "" && image.includes(name) ? [base] : [])].flatMap(
    (each) => {
      const dockerfile = folders.get(each)?.dockerfile;
      return dockerfile && dockerfile.serverFiles.size > 0 && isTomcat(dockerfile)
        ? [{ folder: each, dockerfile }]
        : [];
    },
  );
  return builders.length === 1 ? builders[0] : undefined;
}

/** True for an image whose name has no user and no registry, and that Docker's own library does not have. */
function isOwn({ image, builtFrom, pod }: Service): boolean {
  return (
    image !== undefined &&
    builtFrom === undefined &&
    pod === undefined &&
    !image.name.includes("/") &&
    !LIBRARY.has(image.name.split(/[:@]/, 1)[0] ?? "")
  );
}
