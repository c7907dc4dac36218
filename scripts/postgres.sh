#!/usr/bin/env bash
# Runs a command beside a throw-away PostgreSQL, a primary with TLS and a replica without, on free ports of 127.0.0.1:
#   scripts/postgres.sh run COMMAND…    sets GONGKAI_TEST_POSTGRES, …_REPLICA, …_FOLDER and …_CERTIFICATES (the folder
#                                       of server.crt and of other.crt, which is not the server's); all is gone afterwards
#   scripts/postgres.sh crash FOLDER    stops that server as a loss of power would, and starts it again
set -euo pipefail
bin=$(pg_config --bindir 2>/dev/null || true)
[ -x "$bin/initdb" ] || bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -x "$bin/initdb" ] || { echo "没有找到 PostgreSQL 的 initdb，请安装软件包 postgresql。" >&2; exit 2; }

# The server refuses to run as root.
as=()
[ "$(id -u)" -ne 0 ] || as=(runuser -u postgres --)
server() { (cd / && "${as[@]}" "$@"); }

start() { # folder: on a port that nobody listens on, the same one where it was started before
  local folder=$1 try port
  for try in 1 2 3 4 5 6 7 8 9 10; do
    port=$(cat "$folder/port" 2>/dev/null || echo $((20000 + RANDOM % 30000)))
    if server "$bin/pg_ctl" start --silent --wait --timeout=60 --pgdata="$folder/data" --log="$folder/log" \
      --options="-p $port -k $folder" >/dev/null 2>&1; then
      echo "$port" | server tee "$folder/port" >/dev/null
      return
    fi
  done
  tail -20 "$folder/log" >&2
  return 1
}

certificate() { # name: a key and a certificate of its own for this machine, in the folder for certificates
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=$1" \
    -addext subjectAltName=IP:127.0.0.1 -keyout "$certificates/$1.key" -out "$certificates/$1.crt" 2>/dev/null
}

stop() { server "$bin/pg_ctl" stop --silent --mode=immediate --pgdata="$1/data" >/dev/null 2>&1 || true; }

case ${1:-} in
run)
  shift
  home=$(mktemp -d "${TMPDIR:-/tmp}/gongkai-postgres.XXXXXX")
  chmod 755 "$home"
  primary=$home/primary replica=$home/replica
  certificates=$home/certificates
  mkdir "$primary" "$replica" "$certificates"
  certificate server
  certificate other
  [ ${#as[@]} -eq 0 ] || chown -R postgres: "$primary" "$replica" "$certificates"
  trap 'stop "$replica"; stop "$primary"; rm -rf "$home"' EXIT
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  echo "$password" | server tee "$primary/password" >/dev/null
  server "$bin/initdb" --pgdata="$primary/data" --username=gongkai --pwfile="$primary/password" --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  server tee -a "$primary/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
max_connections = 1000
shared_buffers = 64MB
fsync = on
ssl = on
ssl_cert_file = '$certificates/server.crt'
ssl_key_file = '$certificates/server.key'
CONF
  start "$primary"
  port=$(cat "$primary/port")
  PGPASSWORD=$password server env PGPASSWORD="$password" "$bin/pg_basebackup" --pgdata="$replica/data" --write-recovery-conf \
    --wal-method=stream --checkpoint=fast --no-sync --host=127.0.0.1 --port="$port" --username=gongkai
  echo "ssl = off" | server tee -a "$replica/data/postgresql.conf" >/dev/null
  start "$replica"
  export GONGKAI_TEST_POSTGRES="postgres://gongkai:$password@127.0.0.1:$port/postgres"
  export GONGKAI_TEST_POSTGRES_REPLICA="127.0.0.1:$(cat "$replica/port")"
  export GONGKAI_TEST_POSTGRES_FOLDER=$primary
  export GONGKAI_TEST_POSTGRES_CERTIFICATES=$certificates
  "$@"
  ;;
crash)
  stop "$2"
  start "$2"
  ;;
*)
  echo "用法：scripts/postgres.sh run 命令… | crash 文件夹" >&2
  exit 2
  ;;
esac
