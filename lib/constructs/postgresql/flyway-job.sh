#!/bin/sh
# Brings the schema of a database to the version of the migrations in a folder.
#
# FLYWAY_URL, FLYWAY_USER, FLYWAY_PASSWORD, FLYWAY_LOCATIONS, FLYWAY_CONNECT_RETRIES
#                read by flyway itself, which waits for the server for so many tries
#
# A schema that is newer than the folder is left alone: the version before can be rolled back to. Exit code 0: the
# schema has every migration. 1: worth another try. 2: refused.
set -eu

say() { echo "flyway-job.sh: $*"; }

if ! flyway info; then
  say "the schema cannot be read"
  exit 1
fi

# What was applied must be what the folder says: another text under a known number would never run.
if ! flyway validate '-ignoreMigrationPatterns=*:pending,*:future'; then
  say "refused: a migration that was applied is not the one in the folder, or failed halfway; see above"
  exit 2
fi

if ! flyway migrate; then
  say "a migration failed and was rolled back; see above"
  exit 1
fi

if ! flyway validate '-ignoreMigrationPatterns=*:future'; then
  say "migrations are still missing"
  exit 1
fi
say "the schema is current"
