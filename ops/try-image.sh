#!/usr/bin/env bash
# Takes the steps of the Dockerfile without Docker, in a folder of its own: without the packages of the build, with code that nobody can write to, and
# as a user that is not root. Then it starts the server, signs in, stops it, and runs every other command. It needs root to change the user, and what
# `npm run build` and `npm run build:server` make.
set -euo pipefail
cd "$(dirname "$0")/.."
home=$(mktemp -d)
port=${PORT:-4179}
root=http://127.0.0.1:$port
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$home"' EXIT

mkdir "$home/app" "$home/data"
cp -a dist dist-server ops package.json package-lock.json .npmrc "$home/app"
(cd "$home/app" && npm ci --omit=dev --silent)
chmod -R a=rX "$home/app"
chmod 755 "$home"
chown nobody "$home/data"
echo "The folder: $(du -sh "$home/app" | cut -f1), of which packages: $(du -sh "$home/app/node_modules" | cut -f1)"

# Runs a program as nobody. `exec` replaces the shell, so callers need a process of their own.
become() {
  cd "$home/app"
  exec setpriv --reuid=nobody --clear-groups --no-new-privs env -i PATH="$PATH" HOME="$home/data" PORT="$port" DATA_DIR="${data:-$home/data/eclic}" "$@"
}
call_by_entry() { (become node dist-server/main.js "$@"); }
call_by_npm() { (become npm run --silent server -- "$@"); }
start() {
  become node dist-server/main.js serve >>"$home/log" &
  server=$!
  curl --silent --fail --retry 120 --retry-delay 1 --retry-all-errors "$root/health/ready" >/dev/null
}
stop() {
  kill "$server"
  wait "$server"
}
call() {
  curl --silent --fail --cookie-jar "$home/cookies" --cookie "$home/cookies" -H 'Content-Type: application/json' -H 'X-App: e-clic' "$@"
}

start
if setpriv --reuid=nobody --clear-groups touch "$home/app/dist/x" 2>/dev/null; then
  echo 'The code can be written to.' && exit 1
fi
curl --silent --fail -H 'Accept: text/html' -H 'Accept-Encoding: br' --dump-header - --output /dev/null "$root/" | grep -i '^content-encoding: br'
call "$root/api/v1/session/password" -d '{"niss":"10000000000","password":"Demonstracao1"}' >/dev/null
call "$root/api/v1/session/code" -d '{"code":"123456","shared":false}' | grep -o '"status":"signedIn"'
call "$root/api/v1/changes" | grep -o '"more":false'
stop
start
call "$root/api/v1/session" | grep -o '"status":"signedIn"'
stop
printf 'niss,name,email,password\n11987654325,Rui Modelo,rui@exemplo.pt,Uma palavra minha\n' >"$home/people.csv"
chmod 644 "$home/people.csv"
for call_program in call_by_entry call_by_npm; do
  echo "By $call_program:"
  clerk=ana_${call_program##*_}
  $call_program help | wc -l
  $call_program office add-clerk "$clerk" | grep "^User name: $clerk\$"
  $call_program office help >/dev/null
  $call_program citizens import "$home/people.csv"
  $call_program retention
  $call_program backup "$home/data/eclic.backup"
  data=$home/data/restored-$call_program
  setpriv --reuid=nobody --clear-groups install -D -m 600 "$home/data/eclic/secret" "$data/secret"
  $call_program restore "$home/data/eclic.backup" | grep -c "office new-password $clerk"
  unset data
  $call_program rotate-secret | tail -1
done
grep -c '"msg":"call"' "$home/log" | sed 's/$/ calls are in the log/'
tail -1 "$home/log"
