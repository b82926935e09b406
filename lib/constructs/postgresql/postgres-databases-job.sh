#!/bin/bash
# Makes databases with their extensions, and for each the role that owns it: it logs in with a password, and no other
# role that is no superuser may connect.
#
# DATABASES       names of databases, separated by spaces
# ROLE_<n>        role of the n-th database, counted from 1
# PASSWORD_<n>    its password, set anew each time
# EXTENSIONS_<n>  names of its extensions, separated by spaces; may be missing
# WAIT_SECONDS    time in which the server must have accepted a connection
# PAUSE_SECONDS   time between two tries
# PGHOST, PGPORT, PGUSER, PGPASSWORD, PGCONNECT_TIMEOUT
#                 read by psql itself; a superuser
#
# Nothing is taken away. Exit code 0: all of it is there. 1: worth another try. 2: refused.
set -euo pipefail

deadline=$((SECONDS + WAIT_SECONDS))

say() { echo "postgres-databases-job.sh: $*"; }

refuse() {
  say "refused: $*"
  exit 2
}

# psql ends with 2 where nobody answers, which is no refusal.
ask() { psql --no-psqlrc --no-password --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --dbname "$@" || exit 1; }

# Of the n-th database.
of() {
  local variable="$1_$2"
  echo "${!variable-}"
}

# Reads only, so that a refusal leaves everything as it was.
examine() {
  local database=$1 role=$2 extension found owner
  for extension in $3; do
    found=$(ask postgres --set "name=$extension" <<<"select count(*) from pg_available_extensions where name = :'name'")
    [ "$found" != 0 ] || refuse "the server has no extension $extension; take an image that holds it"
  done
  owner=$(ask postgres --set "name=$database" <<<"select pg_get_userbyid(datdba) from pg_database where datname = :'name'")
  if [ -n "$owner" ] && [ "$owner" != "$role" ]; then
    refuse "the database $database must belong to $role, got $owner; give it to the role by hand"
  fi
}

# The password comes from the environment, and no log of the server repeats the statement that holds it.
make_role() {
  ROLE_PASSWORD=$2 ask postgres --set "role=$1" <<'SQL'
\getenv password ROLE_PASSWORD
set log_statement = 'none';
set log_min_error_statement = 'panic';
set log_min_duration_statement = -1;
select format('create role %I', :'role') where not exists (select from pg_roles where rolname = :'role') \gexec
select format('alter role %I with login nosuperuser nocreatedb nocreaterole password %L', :'role', :'password') \gexec
SQL
  say "role $1: may log in"
}

make_database() {
  ask postgres --set "name=$1" --set "role=$2" <<'SQL'
select format('create database %I owner %I', :'name', :'role')
where not exists (select from pg_database where datname = :'name') \gexec
select format('revoke all on database %I from public', :'name') \gexec
SQL
  say "database $1: there, and closed to other roles"
}

make_extension() {
  local version
  ask "$1" --set "name=$2" <<'SQL'
set client_min_messages = 'warning';
select format('create extension if not exists %I', :'name') \gexec
select format('alter extension %I update', :'name') \gexec
SQL
  version=$(ask "$1" --set "name=$2" <<<"select extversion from pg_extension where extname = :'name'")
  say "extension $2: $version"
}

until psql --no-psqlrc --no-password --quiet --dbname postgres --command 'select 1' >/dev/null; do
  if ((SECONDS >= deadline)); then
    say "$PGHOST: gave up after $WAIT_SECONDS s"
    exit 1
  fi
  sleep "$PAUSE_SECONDS"
done
superuser=$(ask postgres <<<'select rolsuper from pg_roles where rolname = current_user')
[ "$superuser" = t ] || refuse "$PGUSER must be a superuser: others may not add every extension"

read -ra databases <<<"$DATABASES"
for n in "${!databases[@]}"; do
  examine "${databases[n]}" "$(of ROLE $((n + 1)))" "$(of EXTENSIONS $((n + 1)))"
done
for n in "${!databases[@]}"; do
  database=${databases[n]}
  role=$(of ROLE $((n + 1)))
  make_role "$role" "$(of PASSWORD $((n + 1)))"
  make_database "$database" "$role"
  for extension in $(of EXTENSIONS $((n + 1))); do make_extension "$database" "$extension"; done
done
