-- What flow.yaml writes, in the database `copies`.
CREATE TABLE orders (
  id         bigint PRIMARY KEY,
  total      numeric(12, 2) NOT NULL,
  source_lsn bigint NOT NULL,
  deleted_at timestamptz
);

CREATE TABLE sessions (
  id         text PRIMARY KEY,
  customer   bigint,
  source_lsn bigint
);
