#!/bin/sh
# Fetches the files of one snapshot out of a restic repository. Does nothing unless it is told by name.
#
# CONFIRM        must be BACKUP_NAME
# SNAPSHOT       id of a snapshot, or latest
# BACKUP_NAME    what the snapshots are of
# DUMP_FOLDER    folder for the files, made if it is missing; also the one that they were kept from
# LOCK_WAIT      time to wait for somebody else's lock: 2m
# RESTIC_REPOSITORY, RESTIC_PASSWORD_FILE, RESTIC_CACHE_DIR, AWS_*
#                read by restic itself
#
# Exit code 0: the files are there, and are what was kept. 1: worth another try. 2: refused.
set -eu

NO_REPOSITORY=10
WRONG_PASSWORD=12

say() { echo "restic-restore.sh: $*"; }

if [ "$CONFIRM" != "$BACKUP_NAME" ]; then
  say "refused: CONFIRM must be '$BACKUP_NAME', got '$CONFIRM'"
  exit 2
fi

code=0
# The folder of a snapshot is the one that the dump was written to: its content comes out without the path above it.
restic restore --quiet --retry-lock "$LOCK_WAIT" --verify --host "$BACKUP_NAME" --target "$DUMP_FOLDER" \
  "$SNAPSHOT:$DUMP_FOLDER" || code=$?
case $code in
  0) say "fetched snapshot $SNAPSHOT" ;;
  "$NO_REPOSITORY")
    say 'refused: there is no repository'
    exit 2
    ;;
  "$WRONG_PASSWORD")
    say 'refused: the repository has another password'
    exit 2
    ;;
  *)
    say "could not fetch snapshot $SNAPSHOT: restic said $code"
    exit 1
    ;;
esac
