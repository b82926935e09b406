#!/bin/bash
# Fills the configuration folder of an Elasticsearch node, which its image keeps on the read-only root file system.
#
# The folder lives as long as the pod and this script runs at each start of the pod, so it begins anew every time: the
# image's files, ours over them, then the users with the passwords that their Secrets hold now.
#
# IMAGE_CONFIG          configuration folder of the image
# ES_PATH_CONF          folder to fill, also for elasticsearch-users
# FILES                 folder with elasticsearch.yml, roles.yml, *.options and `users`, a user and its roles a line
# PASSWORDS             folder with a file for each user
# POD_NAME              name of this pod, and of the node
# INITIAL_MASTER_NODES  names of all nodes, the first one first, separated by commas
# FORMED_MARKER         file that exists once this node has been a member of a cluster
set -euo pipefail
umask 027

say() { echo "elasticsearch-init.sh: $*"; }

refuse() {
  say "refused: $*" >&2
  exit 2
}

copy_files() {
  # Not -a: the folder itself belongs to somebody else, and its times cannot be set.
  cp -R "$IMAGE_CONFIG"/. "$ES_PATH_CONF"/
  mkdir -p "$ES_PATH_CONF/jvm.options.d"
  # Written through, since files of a ConfigMap are read-only and a second run could not replace their copies.
  local file
  for file in elasticsearch.yml roles.yml; do cat "$FILES/$file" >"$ES_PATH_CONF/$file"; done
  for file in "$FILES"/*.options; do cat "$file" >"$ES_PATH_CONF/jvm.options.d/${file##*/}"; done
  : >"$ES_PATH_CONF/users"
  : >"$ES_PATH_CONF/users_roles"
}

decide_on_forming() {
  if [[ $POD_NAME != "${INITIAL_MASTER_NODES%%,*}" ]]; then
    say "$POD_NAME joins a cluster and never forms one"
  elif [[ -e $FORMED_MARKER ]]; then
    say "$POD_NAME belongs to a cluster and forms no other"
  else
    say "$POD_NAME knows of no cluster yet and may form one with a majority of $INITIAL_MASTER_NODES"
    echo "cluster.initial_master_nodes: [$INITIAL_MASTER_NODES]" >>"$ES_PATH_CONF/elasticsearch.yml"
  fi
}

add_user() {
  local name=$1 roles=$2 password output
  [[ -s $PASSWORDS/$name ]] || refuse "user $name has no password in $PASSWORDS/$name"
  password=$(<"$PASSWORDS/$name")
  # By standard input, where no list of processes shows it. The tool asks twice.
  if ! output=$(printf '%s\n%s\n' "$password" "$password" | elasticsearch-users useradd "$name" -r "$roles" 2>&1); then
    say "user $name was not added: $output" >&2
    exit 1
  fi
  # Only a warning to the tool: the user would be there and could do nothing.
  if [[ $output == *"roles ["*"] are not in the"* ]]; then refuse "user $name: $output"; fi
  grep -q "^$name:" "$ES_PATH_CONF/users" || refuse "user $name is not in $ES_PATH_CONF/users although it was added"
  say "user $name has the roles $roles"
}

copy_files
decide_on_forming
while read -r name roles; do add_user "$name" "$roles"; done <"$FILES/users"
