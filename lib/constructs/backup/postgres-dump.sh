#!/bin/sh
# Dumps databases of a PostgreSQL server and the roles that they belong to, each into a file of its own.
#
# DATABASES     names, separated by spaces
# DUMP_FOLDER   folder for the files, made if it is missing
# PGHOST, PGPORT, PGUSER, PGPASSWORD, PGCONNECT_TIMEOUT
#               read by the tools themselves; only a superuser may read roles
#
# Exit code 0: every file is whole. 1: worth another try. 2: refused.
set -eu

say() { echo "postgres-dump.sh: $*"; }

if [ -z "$DATABASES" ]; then
  say 'refused: DATABASES must name at least one database, got none'
  exit 2
fi

mkdir -p "$DUMP_FOLDER"
for database in $DATABASES; do
  file="$DUMP_FOLDER/$database.dump"
  # Not compressed: what did not change between two dumps is then the same bytes, and is uploaded once.
  if ! pg_dump --format custom --compress 0 --no-password --file "$file" --dbname "$database"; then
    say "$database: not dumped"
    exit 1
  fi
  # The list is written last, so a file that has one was written to its end.
  if ! pg_restore --list "$file" >"$file.list"; then
    say "$database: the dump cannot be read back"
    exit 1
  fi
  say "$database: dumped $(wc -c <"$file") bytes, $(grep -c ' TABLE DATA ' "$file.list" || [ $? -eq 1 ]) tables"
  rm "$file.list"
done

if ! pg_dumpall --globals-only --no-password --file "$DUMP_FOLDER/globals.sql"; then
  say 'roles: not dumped'
  exit 1
fi
say 'roles: dumped'
