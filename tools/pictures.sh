#!/bin/sh
# Takes the pictures of the README and of the playground's page anew, and makes them small where pngquant is installed.
set -e
cd "$(dirname "$0")/.."
host() { for name in "$@"; do echo "test/host/$name.test.ts"; done; }
# shellcheck disable=SC2046 # one word for each file
npx tsx --test $(host screens topology reading effective logs playground)
cp out/screens/playground.png client/src/playground/picture.png
for name in log-timeline problems quick-fix hover completion effective topology-eight-light; do
  cp "out/screens/$name.png" client/images
  set -- "$@" "client/images/$name.png"
done
if command -v pngquant >/dev/null; then
  # 98 and 99: it would be no smaller, or not as good, and is left as it is.
  pngquant --force --ext .png --skip-if-larger --quality 80-98 --speed 1 --strip "$@" client/src/playground/picture.png ||
    [ $? -ge 98 ]
fi
