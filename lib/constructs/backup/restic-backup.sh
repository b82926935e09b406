#!/bin/sh
# Puts the files of a dump into a restic repository as one encrypted snapshot, reads back what it wrote, and forgets
# what is older than it must be.
#
# DUMP_FOLDER         folder to keep
# BACKUP_NAME         what the snapshots are of
# KEEP_WITHIN         age up to which every snapshot is kept, as restic writes it
# KEEP_WITHIN_DAILY   age up to which one of each day is kept
# CHECK_SUBSET        share of the repository that is read back, chosen anew by each run: 5%
# LOCK_WAIT           time to wait for somebody else's lock: 2m
# RESTIC_REPOSITORY, RESTIC_PASSWORD_FILE, RESTIC_CACHE_DIR, AWS_*
#                     read by restic itself
#
# Exit code 0: the snapshot is there and readable. 1: worth another try. 2: refused.
set -eu

NO_REPOSITORY=10
LOCKED=11
WRONG_PASSWORD=12

say() { echo "restic-backup.sh: $*"; }

# restic's exit code, whatever it is.
code_of() {
  code=0
  "$@" || code=$?
}

if [ ! -d "$DUMP_FOLDER" ] || [ -z "$(ls -A "$DUMP_FOLDER")" ]; then
  say "refused: $DUMP_FOLDER must hold a dump, got nothing"
  exit 2
fi

code_of restic cat config --quiet --no-lock >/dev/null
if [ "$code" -eq "$NO_REPOSITORY" ]; then
  say 'there is no repository yet'
  code_of restic init --quiet
  if [ "$code" -ne 0 ]; then
    say "could not make it: restic said $code"
    exit 1
  fi
  say 'made the repository'
elif [ "$code" -eq "$WRONG_PASSWORD" ]; then
  say 'refused: the repository has another password; put back the one that it was made with'
  exit 2
elif [ "$code" -ne 0 ]; then
  say "the repository does not answer: restic said $code"
  exit 1
fi

# Locks of runs that were killed. One that is refreshed still is kept.
code_of restic unlock --quiet
if [ "$code" -ne 0 ]; then
  say "could not look for old locks: restic said $code"
  exit 1
fi

# Code 3, too, is a failure: the snapshot is there and misses a file.
code_of restic backup --quiet --retry-lock "$LOCK_WAIT" --host "$BACKUP_NAME" --tag "$BACKUP_NAME" "$DUMP_FOLDER"
if [ "$code" -ne 0 ]; then
  say "no snapshot: restic said $code"
  exit 1
fi

code_of restic check --quiet --retry-lock "$LOCK_WAIT" --read-data-subset "$CHECK_SUBSET"
if [ "$code" -ne 0 ]; then
  say "the repository is damaged, or could not be read back: restic said $code"
  exit 1
fi
say 'the snapshot is there, and what was read back is whole'

# Ages count from the newest snapshot, which therefore always stays.
code_of restic forget --quiet --retry-lock "$LOCK_WAIT" --host "$BACKUP_NAME" --tag "$BACKUP_NAME" \
  --group-by host --keep-within "$KEEP_WITHIN" --keep-within-daily "$KEEP_WITHIN_DAILY" --prune
case $code in
  0) say 'forgot what is older than it must be' ;;
  "$LOCKED") say 'somebody reads the repository; the next run forgets' ;;
  *)
    say "could not forget: restic said $code"
    exit 1
    ;;
esac
