#!/bin/bash
# oracle.sh VERSION [--parse|--start] [options] file... | @listfile | -
#   Runs real Tomcat on server.xml files and prints one JSON object per file (fields: see the head of Oracle.java).
#   VERSION: 9  = Debian's libtomcat9-java   10 = Debian's libtomcat10-java   (apt-get install libtomcat9-java libtomcat10-java default-jdk-headless)
#            a folder of ../real/get.sh (FOLDER/sid-11) = that Tomcat   a class path = whatever Tomcat it holds
#   --parse   only digest (about 300 files/s once warm)     --start   init, start, stop with a temporary base on loopback
#   options: --no-tree --attributes=FILE (the objects with these attributes, see Tree.java) --props --level=INFO --timeout=SEC --stop-timeout=SEC --as-is (no loopback/port adjustment) --slow
#   --webxml [--fragment] [--xsd]   parse web.xml / web-fragment.xml with Tomcat's own WebXmlParser
set -u
H=$(cd "$(dirname "$0")" && pwd)
V=${1:-}; shift || true
case $V in
  9)  JARS=$(ls /usr/share/java/tomcat9-*-9.0.*.jar 2>/dev/null | grep -v -E 'i18n|-ant-');;
  10) JARS=$(ls /usr/share/java/tomcat10-*-10.1.*.jar 2>/dev/null | grep -v -E 'i18n|-ant-');;
  *.jar) JARS=$(echo "$V" | tr ':' '\n');;
  */*) JARS=$(ls "$V"/usr/share/java/tomcat*-*-[0-9]*.jar 2>/dev/null | grep -v -E 'i18n|-ant-');;
  *) echo "oracle: unknown version '$V' (9, 10, a folder or a class path)" >&2; exit 2;;
esac
[ -n "$JARS" ] || { echo "oracle: no jars of Tomcat $V: apt-get install libtomcat9-java libtomcat10-java" >&2; exit 2; }
CP=$(echo "$JARS" | tr '\n' ':')
BASE=$(mktemp -d); trap 'rm -rf "$BASE"' EXIT
# Compiled once for each state of its sources, against whichever Tomcat comes first: what differs between lines goes
# through reflection.
CLASSES=${ORACLE_CLASSES:-${TMPDIR:-/tmp}/tomcat-oracle-$(id -u)-$(cat "$H"/*.java | cksum | tr ' ' -)}
if [ ! -f "$CLASSES/Oracle.class" ]; then
  javac -nowarn -Xlint:none -cp "$CP" -d "$BASE/classes" "$H/Oracle.java" "$H/Tree.java" 2>"$BASE/javac.log" || { cat "$BASE/javac.log" >&2; exit 2; }
  # Two runs may compile at once: the first one that is done leaves its classes.
  mv -T "$BASE/classes" "$CLASSES" 2>/dev/null || true
fi
mkdir -p "$BASE"/{conf,logs,temp,work,webapps/ROOT/WEB-INF}
case $JARS in *tomcat1[01]-*) NS='xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0"';; *) NS='xmlns="http://java.sun.com/xml/ns/javaee" version="3.0"';; esac
echo "<?xml version=\"1.0\"?><web-app $NS metadata-complete=\"true\"><distributable/></web-app>" > "$BASE/webapps/ROOT/WEB-INF/web.xml"
echo '<web-app></web-app>' > "$BASE/conf/web.xml"
echo '<Context><JarScanner scanClassPath="false"/></Context>' > "$BASE/conf/context.xml"
echo '<tomcat-users/>' > "$BASE/conf/tomcat-users.xml"
printf 'common.loader=\nserver.loader=\nshared.loader=\npackage.access=\npackage.definition=\ntomcat.util.scan.DefaultJarScanner.jarsToSkip=*.jar\ntomcat.util.scan.StandardJarScanFilter.jarsToSkip=*.jar\n' > "$BASE/conf/catalina.properties"
printf '127.0.0.1 localhost %s\n127.0.0.1 oracle.test\n' "$(hostname)" > "$BASE/hosts"   # no other name resolves
OPENS="--add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED --add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED"
# Where this machine lets us, a network of its own: what starts beside it neither takes its ports nor is met by multicast.
ALONE=()
case " $* " in *" --start "*)
  unshare --net ip link set lo up 2>/dev/null &&
    ALONE=(unshare --net sh -c 'ip link set lo up multicast on; ip route add 224.0.0.0/4 dev lo; exec "$@"' sh) ;;
esac
"${ALONE[@]}" java -Xmx900m -XX:+UseSerialGC -XX:TieredStopAtLevel=${ORACLE_TIER:-4} -Xshare:auto -Dsun.reflect.inflationThreshold=2147483647 -Duser.language=en -Duser.country=US -Dfile.encoding=UTF-8 $OPENS \
  -Djdk.net.hosts.file="$BASE/hosts" -Djava.net.preferIPv4Stack=true -Dcatalina.base="$BASE" -Dcatalina.home="$BASE" -Djava.io.tmpdir="$BASE/temp" \
  ${ORACLE_JAVA_OPTS:-} -cp "$CLASSES:$CP" Oracle "$@"
