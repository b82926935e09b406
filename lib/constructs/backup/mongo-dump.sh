#!/bin/sh
# Dumps a whole MongoDB replica set as it was at one instant, into one archive.
#
# HOSTS           set/host:port,host:port
# USERNAME        user of the database admin, with the role backup
# PASSWORD_FILE   file with its password
# CONFIG_FOLDER   folder in memory, for the password in the form that the tools read
# DUMP_FOLDER     folder for the archive, made if it is missing
#
# Exit code 0: the archive is whole. 1: worth another try.
set -eu
umask 077

say() { echo "mongo-dump.sh: $*"; }

# As an argument it would stand in the list of processes.
printf "password: '%s'\n" "$(sed "s/'/''/g" "$PASSWORD_FILE")" >"$CONFIG_FOLDER/tools.yaml"

mkdir -p "$DUMP_FOLDER"
archive="$DUMP_FOLDER/mongodb.archive"

# --oplog: what is written meanwhile is kept too, so that all collections are of one instant. It wants a full dump.
# Not compressed: what did not change between two dumps is then the same bytes, and is uploaded once.
if ! mongodump --config "$CONFIG_FOLDER/tools.yaml" --host "$HOSTS" --username "$USERNAME" \
  --authenticationDatabase admin --readPreference secondaryPreferred --oplog --archive="$archive"; then
  say 'not dumped'
  exit 1
fi
if [ ! -s "$archive" ]; then
  say 'not dumped: the archive is empty'
  exit 1
fi
say "dumped $(wc -c <"$archive") bytes"
