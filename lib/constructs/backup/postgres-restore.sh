#!/bin/sh
# Restores dumped databases beside those that are there, each as <name>_restored, and roles that are missing.
#
# CONFIRM       must be BACKUP_NAME
# BACKUP_NAME   what the dumps are of
# DATABASES     names, separated by spaces
# DUMP_FOLDER   folder with <name>.dump of each database, and globals.sql
# PGHOST, PGPORT, PGUSER, PGPASSWORD, PGCONNECT_TIMEOUT
#               read by the tools themselves
#
# It takes nothing away: a <name>_restored that is there already is refused, and clients go on with <name> until
# somebody renames the two. Exit code 0: all is restored. 1: worth another try. 2: refused.
set -eu

say() { echo "postgres-restore.sh: $*"; }

# psql ends with 2 where nobody answers, which is no refusal.
ask() { psql --no-psqlrc --no-password --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 "$@" || exit 1; }

if [ "$CONFIRM" != "$BACKUP_NAME" ]; then
  say "refused: CONFIRM must be '$BACKUP_NAME', got '$CONFIRM'"
  exit 2
fi

# Before anything is made.
for database in $DATABASES; do
  if [ ! -s "$DUMP_FOLDER/$database.dump" ]; then
    say "refused: the snapshot must hold $database.dump, got none"
    exit 2
  fi
  found=$(ask --dbname postgres --command "select count(*) from pg_database where datname = '${database}_restored'")
  if [ "$found" != 0 ]; then
    say "refused: ${database}_restored is there already; drop it, or rename it"
    exit 2
  fi
done

# Only what is missing: a role that is there keeps its password, which a Secret holds.
roles=$(sed -n 's/^CREATE ROLE \([a-z_][a-z0-9_]*\);$/\1/p' "$DUMP_FOLDER/globals.sql")
for role in $roles; do
  found=$(ask --dbname postgres --command "select count(*) from pg_roles where rolname = '$role'")
  if [ "$found" = 0 ]; then
    ask --dbname postgres --single-transaction <<SQL
$(grep -E "^(CREATE ROLE $role;|ALTER ROLE $role WITH )" "$DUMP_FOLDER/globals.sql")
SQL
    say "role $role: made"
  fi
done

for database in $DATABASES; do
  createdb --no-password --template template0 "${database}_restored"
  if ! pg_restore --no-password --exit-on-error --single-transaction --dbname "${database}_restored" \
    "$DUMP_FOLDER/$database.dump"; then
    dropdb --no-password "${database}_restored"
    say "$database: not restored, and nothing of it is left"
    exit 1
  fi
  ask --dbname "${database}_restored" --command 'analyze'
  kept=$(pg_restore --list "$DUMP_FOLDER/$database.dump" | grep -c ' TABLE DATA ' || [ $? -eq 1 ])
  there=$(ask --dbname "${database}_restored" --command \
    "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')")
  if [ "$there" -lt "$kept" ]; then
    say "${database}_restored: must have $kept tables, got $there"
    exit 1
  fi
  say "${database}_restored: restored, $there tables"
done
