#!/bin/sh
# Makes databases that are missing, and brings their schemas to the version of the tool.
#
# DATABASES       database=schema, separated by spaces; a schema is a folder that the tool carries with it
# WAIT_SECONDS    time in which all of it must have succeeded
# PAUSE_SECONDS   time between two tries
# SQL_PLUGIN, SQL_HOST, SQL_PORT, SQL_USER, SQL_PASSWORD, SQL_CONNECT_ATTRIBUTES
#                 read by the tool itself. Without connect_timeout it waits for a silent server for ever
#
# Exit code 0: every schema has its version. 1: worth another try. 2: refused.
set -u

deadline=$(($(date +%s) + WAIT_SECONDS))
words=

say() { echo "temporal-schema-job.sh: $*"; }

# Runs the tool on a database. What it says is kept, for the reason if it fails.
tool() {
  database=$1
  shift
  words=$(temporal-sql-tool --database "$database" "$@" 2>&1)
}

mentions() {
  case $words in
    *"$1"*) return 0 ;;
    *) return 1 ;;
  esac
}

# The first error that the tool logged; the later ones say only that there was one.
reason() {
  found=$(echo "$words" | sed -n 's/.*{"error": "\(.*\)", "logging-call-at.*/\1/p' | head -n 1)
  echo "${found:-$words}"
}

create() {
  if tool "$1" create-database; then
    say "$1: created the database"
  elif mentions 'permission denied to create database'; then
    say "$1: refused: the database is missing and role '$SQL_USER' may not create it"
    exit 2
  else
    return 1
  fi
}

# Tables that hold the version; none of it touches a database that has them.
prepare() {
  tool "$1" setup-schema --version 0.0 && return 0
  mentions 'does not exist' && create "$1" && tool "$1" setup-schema --version 0.0
}

is_current() { mentions 'found zero updates'; }

# A second update that finds nothing to do proves the first. Somebody else's run beside this one makes one of the two
# fail halfway, and the next try finds it done.
converge() {
  prepare "$1" && tool "$1" update-schema --schema-name "$2" || return 1
  if is_current; then
    say "$1: schema $2 is current"
    return 0
  fi
  tool "$1" update-schema --schema-name "$2" && is_current && say "$1: raised schema $2"
}

for pair in $DATABASES; do
  until converge "${pair%%=*}" "${pair#*=}"; do
    say "${pair%%=*}: not yet: $(reason)"
    if [ "$(date +%s)" -ge "$deadline" ]; then
      say "${pair%%=*}: gave up after $WAIT_SECONDS s"
      exit 1
    fi
    sleep "$PAUSE_SECONDS"
  done
done
