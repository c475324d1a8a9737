#!/bin/sh
# Docker runs this every ten seconds in the container. A server that may be sent calls is healthy. Docker does not restart an unhealthy container,
# so this script kills a server that once answered and has been silent for a minute. The `init` of compose.yaml then ends too, and Docker restarts it.
at="http://127.0.0.1:${PORT:-4175}/health"
lived="${TMPDIR:-/tmp}/lived"
silent="${TMPDIR:-/tmp}/silent"
ask() { wget -qO- -T 4 -t 1 "$at/$1" >/dev/null 2>&1; }

if ask live; then
  touch "$lived"
  rm -f "$silent"
  ask ready
  exit $?
fi
echo >>"$silent"
if [ -e "$lived" ] && [ "$(wc -l <"$silent")" -ge 6 ]; then pkill -KILL -P 1; fi
exit 1
