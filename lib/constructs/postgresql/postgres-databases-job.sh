#!/bin/bash
# Makes a database for each role, which owns it and is the only one who may connect to it.
#
# DATABASES       names of databases, separated by spaces; the role of each has the same name
# PASSWORD_<n>    password of the role of the n-th database, counted from 1
# WAIT_SECONDS    time in which all of it must have succeeded
# PAUSE_SECONDS   time between two tries
# FOLDER          folder with postgres-databases-job.sql
# PGHOST, PGPORT, PGUSER, PGPASSWORD, PGCONNECT_TIMEOUT
#                 read by psql itself
#
# Exit code 0: every database is there. 1: worth another try. 2: refused.
set -euo pipefail

deadline=$((SECONDS + WAIT_SECONDS))
words=

say() { echo "postgres-databases-job.sh: $*"; }

# The password goes by a variable of the environment: arguments can be seen by others.
converge() {
  local variable="PASSWORD_$2"
  words=$(ROLE_PASSWORD="${!variable}" psql --no-psqlrc --quiet --no-align --tuples-only --dbname postgres \
    --set ON_ERROR_STOP=1 --set name="$1" --file "$FOLDER/postgres-databases-job.sql" 2>&1)
}

refused() {
  case $words in
    *'permission denied'* | *'must be superuser'* | *'must be able to SET ROLE'* | *'syntax error'*) return 0 ;;
    *) return 1 ;;
  esac
}

n=0
for database in $DATABASES; do
  n=$((n + 1))
  until converge "$database" "$n"; do
    if refused; then
      say "$database: refused: $(tail -n 1 <<<"$words")"
      exit 2
    fi
    say "$database: not yet: $(tail -n 1 <<<"$words")"
    if ((SECONDS >= deadline)); then
      say "$database: gave up after $WAIT_SECONDS s"
      exit 1
    fi
    sleep "$PAUSE_SECONDS"
  done
  say "$database: is there, and its role owns it"
done
