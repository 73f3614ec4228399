#!/usr/bin/env bash
# Real Tomcats of other releases than those installed here, out of Debian's packages: unpacked, not installed.
#
#   get.sh FOLDER [NAME...]     all of them, or those named; what FOLDER already has stays as it is
#
#   bullseye-9   libtomcat9-java, 9.0.43
#   trixie-9     libtomcat9-java, 9.0.95
#   sid-9        libtomcat9-java, whatever is newest there
#   sid-10       libtomcat10-java, whatever is newest there
#   sid-11       libtomcat11-java, tomcat11-common, tomcat11-user: with the scripts and the shipped conf
#
# Each becomes FOLDER/NAME/usr/share/java/*.jar, with the release in the jars' names. Java 17 runs them all. The mirror
# is the one of apt's own sources, and apt checks the packages' signatures as ever; its own lists stay as they are.
# What cannot be had any more is said and left out; without any Tomcat 11 this fails.
set -uo pipefail
out=${1:?usage: get.sh FOLDER [NAME...]}; shift
names=("$@"); [ ${#names[@]} -gt 0 ] || names=(bullseye-9 trixie-9 sid-9 sid-10 sid-11)
mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null || true; } |
  sed -nE 's/^URIs: *([^ ]+).*/\1/p; s/^deb +(\[[^]]*\] +)?([^ ]+).*/\2/p' | grep -v security | grep -m1 debian)
[ -n "$mirror" ] || { echo "get.sh: no Debian mirror in apt's sources" >&2; exit 2; }
keys=/usr/share/keyrings/debian-archive-keyring.gpg
mkdir -p "$out"; out=$(cd "$out" && pwd)
state=$(mktemp -d); trap 'rm -rf "$state"' EXIT; chmod 755 "$state"

packages_of() {
  case $1 in
    *-9) echo libtomcat9-java ;;
    *-10) echo libtomcat10-java ;;
    *-11) echo libtomcat11-java tomcat11-common tomcat11-user ;;
  esac
}

get() { # NAME
  local suite=${1%-*} s packages apt
  s=$state/$suite; packages=$(packages_of "$1")
  apt=(apt-get -qq -oDir::Etc::sourcelist="$s/list" -oDir::Etc::sourceparts=/dev/null -oDir::State::lists="$s/lists"
    -oDir::State::status="$s/status" -oDir::Cache="$s/cache" -oAcquire::Retries=3)
  if [ ! -d "$s" ]; then
    mkdir -p "$s/lists/partial" "$s/cache/archives/partial"; touch "$s/status"
    echo "deb [signed-by=$keys] $mirror $suite main" > "$s/list"
    "${apt[@]}" update || return 1
  fi
  rm -rf "$s/deb" "$s/root"; mkdir -p "$s/deb" "$s/root"
  # shellcheck disable=SC2086
  (cd "$s/deb" && "${apt[@]}" download $packages 2> >(grep -v unsandboxed >&2)) || return 1
  for deb in "$s"/deb/*.deb; do dpkg -x "$deb" "$s/root" || return 1; done
  # Links to jars of packages that are not fetched would make each start warn.
  find "$s/root" -xtype l -delete
  # Whole or not at all: a run that was ended half-way leaves nothing that looks like a Tomcat.
  mv -T "$s/root" "$out/$1"
}

for name in "${names[@]}"; do
  [ -d "$out/$name" ] || get "$name" || { echo "$name: cannot be had any more, or not now; the tests go on without it"; continue; }
  echo "$name: $(basename "$(ls "$out/$name"/usr/share/java/tomcat*-catalina-[0-9]*.jar | head -1)")"
done
[ -d "$out/sid-11" ] || [[ ! " ${names[*]} " == *" sid-11 "* ]] || { echo "get.sh: no Tomcat 11" >&2; exit 1; }
