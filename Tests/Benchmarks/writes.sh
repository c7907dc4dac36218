#!/usr/bin/env bash
# Changes of one row with one audit event that are on the disk, a second, beside pgbench with the same rows in the same run:
# `writes.sh POWER-WRITER [SECONDS]`, within `scripts/postgres.sh run`.
set -euo pipefail
writer=$(realpath "$1")
seconds=${2:-5}
server=$GONGKAI_TEST_POSTGRES
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# As pgbench writes them: one transaction of four statements, the events without a chain.
prepare() {
  psql --quiet "$server" --command "
    create schema peer;
    create table peer.change (id bigserial primary key, words text not null);
    create table peer.audit_event (like writers_1.audit_event including all);
    create sequence peer.event"
  cat > "$folder/peer.sql" <<'SQL'
begin;
insert into peer.change (words) values ('change 1');
insert into peer.audit_event select nextval('peer.event'), e.at, e.actor, e.organization_id, e.capability, e.action, e.subject, e.fields, e.facts,
  e.sealed, e.previous, e.key_id, md5(random()::text) || md5(random()::text) from writers_1.audit_event e where e.sequence = 1;
commit;
SQL
}

printf '%-8s %12s %12s %12s %8s\n' writers SQLite PostgreSQL pgbench ratio
for writers in 1 8 32; do
  mkdir "$folder/$writers"
  sqlite=$("$writer" rate "sqlite:$folder/$writers/a.sqlite" "$writers" "$seconds" | awk '{print $1}')
  psql --quiet "$server" --command "create schema writers_$writers"
  postgres=$("$writer" rate "$server?options=-csearch_path%3Dwriters_$writers" "$writers" "$seconds" | awk '{print $1}')
  [ "$writers" -ne 1 ] || prepare
  pgbench=$(pgbench --no-vacuum --file="$folder/peer.sql" --client="$writers" --jobs=2 --time="$seconds" "$server" 2>/dev/null |
    awk '/^tps/ {print int($3)}')
  printf '%-8s %12s %12s %12s %8s\n' "$writers" "$sqlite" "$postgres" "$pgbench" "$(awk "BEGIN {printf \"%.2f\", $postgres / $pgbench}")"
done
