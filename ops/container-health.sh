#!/bin/sh
# Asked every ten seconds in the container. Healthy is who may be sent calls. Docker starts nobody anew for being unhealthy: a process that lived and
# has not said so for a minute is ended here, below the `init` of compose.yaml, which ends with it and is started again.
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
