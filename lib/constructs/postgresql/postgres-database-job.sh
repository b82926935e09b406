#!/bin/sh
# Makes a database with its extensions, and the role that owns it and logs in with a password.
#
# DATABASE       name of the database
# EXTENSIONS     names of extensions, separated by spaces
# ROLE           name of the role
# ROLE_PASSWORD  its password, set anew each time
# WAIT_SECONDS   time in which the server must have accepted a connection
# PAUSE_SECONDS  time between two tries
# PGHOST, PGPORT, PGUSER, PGPASSWORD, PGCONNECT_TIMEOUT
#                read by psql itself; a superuser
#
# Nothing is taken away. Exit code 0: all of it is there. 1: worth another try. 2: refused.
set -eu

deadline=$(($(date +%s) + WAIT_SECONDS))

say() { echo "postgres-database-job.sh: $*"; }

# psql ends with 2 where nobody answers, which is no refusal.
ask() { psql --no-psqlrc --no-password --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --dbname "$@" || exit 1; }

until psql --no-psqlrc --no-password --quiet --dbname postgres --command 'select 1' >/dev/null; do
  if [ "$(date +%s)" -ge "$deadline" ]; then
    say "$PGHOST: gave up after $WAIT_SECONDS s"
    exit 1
  fi
  sleep "$PAUSE_SECONDS"
done

# Before anything is made.
for extension in $EXTENSIONS; do
  found=$(ask postgres --set "name=$extension" <<'SQL'
select count(*) from pg_available_extensions where name = :'name'
SQL
  )
  if [ "$found" = 0 ]; then
    say "refused: the server has no extension $extension; take an image that holds it"
    exit 2
  fi
done
owner=$(ask postgres --set "database=$DATABASE" <<'SQL'
select pg_get_userbyid(datdba) from pg_database where datname = :'database'
SQL
)
if [ -n "$owner" ] && [ "$owner" != "$ROLE" ]; then
  say "refused: the database $DATABASE must belong to $ROLE, got $owner; give it to the role by hand"
  exit 2
fi

# The password comes from the environment, and no log of the server repeats the statement that holds it.
ask postgres --set "role=$ROLE" <<'SQL'
\getenv password ROLE_PASSWORD
set log_statement = 'none';
set log_min_error_statement = 'panic';
set log_min_duration_statement = -1;
select format('create role %I', :'role') where not exists (select from pg_roles where rolname = :'role') \gexec
select format('alter role %I with login nosuperuser nocreatedb nocreaterole password %L', :'role', :'password') \gexec
SQL
say "role $ROLE: may log in"

ask postgres --set "role=$ROLE" --set "database=$DATABASE" <<'SQL'
select format('create database %I owner %I', :'database', :'role')
where not exists (select from pg_database where datname = :'database') \gexec
select format('revoke all on database %I from public', :'database') \gexec
SQL
say "database $DATABASE: there, and closed to other roles"

for extension in $EXTENSIONS; do
  ask "$DATABASE" --set "name=$extension" <<'SQL'
set client_min_messages = 'warning';
select format('create extension if not exists %I', :'name') \gexec
select format('alter extension %I update', :'name') \gexec
SQL
  version=$(ask "$DATABASE" --set "name=$extension" <<'SQL'
select extversion from pg_extension where extname = :'name'
SQL
  )
  say "extension $extension: $version"
done
