#!/bin/sh
# Run once by the database's image, on a new volume: one role owns the tables and migrates, the other serves and may not
# change what is append-only. The extensions are made here, since only a superuser may.
set -eu

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner_password="$OWNER_PASSWORD" --set app_password="$APP_PASSWORD" --set database="$POSTGRES_DB" <<'SQL'
CREATE ROLE concerted_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE concerted_app LOGIN PASSWORD :'app_password';
ALTER DATABASE :"database" OWNER TO concerted_owner;
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO concerted_app;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pgcrypto;
ALTER SCHEMA public OWNER TO concerted_owner;
SQL
