#!/bin/bash
# Starts one member of a replica set.
#
# The first member, while it has no data and no other member belongs to a set, is given the root user that the set is
# later founded with. Every other member with an empty folder copies all data, users included, once it is added.
#
# MEMBERS              host:port of every member, the first one first, separated by spaces
# POD_NAME             name of this pod, the first label of its host
# REPLICA_SET          name of the set
# KEYFILE_SOURCE       file with the key that members know each other by
# ROOT_USERNAME        name of the root user
# ROOT_PASSWORD_FILE   file with its password
# DATA_DIR             folder of the data, on the volume
# KEYFILE_DIR          folder in memory for the key
# HOOKS_DIR            folder of scripts that the image's entrypoint runs at the end of a first start
# arguments            further options for mongod
set -euo pipefail

pending="$DATA_DIR/.first-start-pending"
read -r -a members <<<"$MEMBERS"

say() { echo "mongod.sh: $*"; }

is_first_member() { [[ ${members[0]} == "$POD_NAME".* ]]; }

# The same files that the image's entrypoint looks for.
has_data() {
  local name
  for name in WiredTiger journal local.0 storage.bson; do
    if [[ -e $DATA_DIR/$name ]]; then return 0; fi
  done
  return 1
}

# The set that another member says it belongs to; nothing where it does not answer. `hello` needs no login. The answer
# is marked, since mongosh writes warnings to the same place.
set_of() {
  timeout 15 mongosh --quiet --norc --eval 'print("set=" + (db.hello().setName || ""))' \
    "mongodb://$1/?directConnection=true&serverSelectionTimeoutMS=2000" 2>/dev/null | sed -n 's/^set=//p' || true
}

someone_belongs_to_a_set() {
  local member found
  for member in "${members[@]:1}"; do
    found=$(set_of "$member")
    if [[ -n $found ]]; then
      say "$member already belongs to set $found: this member starts empty and copies from it"
      return 0
    fi
  done
  return 1
}

prepare_first_start() {
  say "no data here and no set elsewhere: the root user '$ROOT_USERNAME' is created"
  export MONGO_INITDB_ROOT_USERNAME="$ROOT_USERNAME" MONGO_INITDB_ROOT_PASSWORD_FILE="$ROOT_PASSWORD_FILE"
  : >"$pending"
  # The entrypoint reads it line by line after the user was created and before others can connect.
  printf 'rm -f %q\nsync %q\n' "$pending" "$DATA_DIR" >"$HOOKS_DIR/first-start-done.sh"
}

# mongod refuses a key that others may read, and files of a Secret are readable by the pod's group.
install -m 0400 "$KEYFILE_SOURCE" "$KEYFILE_DIR/keyfile"
rm -f "$HOOKS_DIR/first-start-done.sh"

if [[ -e $pending ]] && has_data; then
  # A folder without a root user can never be logged in to. It holds nothing yet, but nothing is deleted unseen.
  aside=$(mktemp -d "$DATA_DIR/.interrupted-XXXXXX")
  say "the first start was interrupted before the root user existed: its files go to $aside, it begins again"
  find "$DATA_DIR" -mindepth 1 -maxdepth 1 ! -name '.*' ! -name lost+found -exec mv -t "$aside" {} +
fi

if is_first_member && ! has_data && ! someone_belongs_to_a_set; then
  prepare_first_start
else
  rm -f "$pending"
  say "member of set $REPLICA_SET"
fi

exec docker-entrypoint.sh mongod --replSet "$REPLICA_SET" --keyFile "$KEYFILE_DIR/keyfile" --bind_ip_all "$@"
