#!/bin/sh
# Puts a MongoDB replica set back to the instant of a dump: every collection of the dump is dropped and written anew.
#
# CONFIRM         must be BACKUP_NAME
# BACKUP_NAME     what the dump is of
# HOSTS           set/host:port,host:port
# USERNAME        user of the database admin, who may replay every operation
# PASSWORD_FILE   file with its password
# CONFIG_FOLDER   folder in memory, for the password in the form that the tools read
# DUMP_FOLDER     folder with the archive
#
# Exit code 0: all is restored. 1: worth another try. 2: refused.
set -eu
umask 077

say() { echo "mongo-restore.sh: $*"; }

if [ "$CONFIRM" != "$BACKUP_NAME" ]; then
  say "refused: CONFIRM must be '$BACKUP_NAME', got '$CONFIRM'"
  exit 2
fi

archive="$DUMP_FOLDER/mongodb.archive"
if [ ! -s "$archive" ]; then
  say 'refused: the snapshot must hold mongodb.archive, got none'
  exit 2
fi

# As an argument it would stand in the list of processes.
printf "password: '%s'\n" "$(sed "s/'/''/g" "$PASSWORD_FILE")" >"$CONFIG_FOLDER/tools.yaml"

# Majority: a restored document that only one member has would be gone with it.
if ! mongorestore --config "$CONFIG_FOLDER/tools.yaml" --host "$HOSTS" --username "$USERNAME" \
  --authenticationDatabase admin --oplogReplay --drop --stopOnError --writeConcern majority --archive="$archive"; then
  say 'not restored; the set may hold a part of it, so run it again before any client starts'
  exit 1
fi
say 'restored'
