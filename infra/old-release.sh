#!/usr/bin/env bash
# Runs the last release's jars on this tree's schema, as during a rollout and after a rollback, and drives them with the last
# release's own smoke script. Before a release; takes two builds.
#
#   infra/old-release.sh [revision]    the newest tag without one
#
# Ports as of the local cloud (GANTRY_HTTP_PORT and the others), MVN for another Maven.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
revision=${1:-$(git -C "$here" describe --tags --abbrev=0 2>/dev/null)} ||
  { echo 'There is no tag yet: name a revision.' >&2; exit 2; }
read -ra mvn <<<"${MVN:-mvn}"
address=http://127.0.0.1:${GANTRY_HTTP_PORT:-8080}
work=$(mktemp -d)
export GANTRY_HOME=$work/home GANTRY_AOT=off
cloud=

# descendants PID: all processes below it
descendants() {
  local child
  for child in $(pgrep -P "$1"); do
    echo "$child"
    descendants "$child"
  done
}

# Ends the cloud itself in good order, which keeps its state; Maven follows it.
stop() {
  local process
  [ -n "$cloud" ] || return 0
  for process in $(descendants "$cloud"); do
    if grep -qsa 'gantry\.local\.LocalCloud' "/proc/$process/cmdline"; then
      kill "$process"
    fi
  done
  wait "$cloud" || true
  cloud=
}

cleanup() {
  trap - EXIT
  stop
  git -C "$here" worktree remove --force "$work/tree" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

# run FOLDER: that tree's local cloud on the one state
run() {
  (cd "$1" && exec "${mvn[@]}" --batch-mode -q -Plocal) >"$work/log" 2>&1 &
  cloud=$!
  until curl --silent --fail "$address/_local/status" 2>/dev/null | grep -q '"ready":true'; do
    kill -0 "$cloud" 2>/dev/null || { tail -n 20 "$work/log" >&2; exit 1; }
    sleep 1
  done
}

git -C "$here" worktree add --quiet --detach "$work/tree" "$revision"
echo "this tree migrates"
run "$here"
stop
echo "$revision runs on that schema"
run "$work/tree"
"$work/tree/infra/smoke.sh" "$address"
echo "$revision works on the schema of $(git -C "$here" rev-parse --short HEAD)"
