#!/bin/sh
# Takes the pictures of the README and of the playground's page anew, and makes them small where pngquant is installed.
set -e
cd "$(dirname "$0")/.."
host() { for name in "$@"; do echo "test/host/$name.test.ts"; done; }
# shellcheck disable=SC2046 # one word for each file
npx tsx --test $(host screens topology reading effective logs playground)
# Running nodes have addresses of their own, which a network of their own gives them.
unshare --map-root-user --net sh -c '
  ip link set lo up
  for last in 7 8 9; do ip addr add "192.168.56.$last/32" dev lo; done
  exec npx tsx --test test/host/live-picture.test.ts'
cp out/screens/playground.png client/src/playground/picture.png
for name in log-timeline problems quick-fix hover completion effective topology-eight-light topology-live; do
  cp "out/screens/$name.png" client/images
  set -- "$@" "client/images/$name.png"
done
if command -v pngquant >/dev/null; then
  # 98 and 99: it would be no smaller, or not as good, and is left as it is.
  pngquant --force --ext .png --skip-if-larger --quality 80-98 --speed 1 --strip "$@" client/src/playground/picture.png ||
    [ $? -ge 98 ]
fi
