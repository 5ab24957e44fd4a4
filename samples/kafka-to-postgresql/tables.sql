-- What flow.yaml writes to.
CREATE TABLE orders (
  id           bigint PRIMARY KEY,
  placed_at    timestamptz NOT NULL,
  status       text NOT NULL,
  name         text,
  card         text,
  total        numeric(12, 2) NOT NULL,
  items        jsonb,
  processed_at timestamptz NOT NULL
);

CREATE TABLE large_orders (LIKE orders INCLUDING ALL);

CREATE TABLE rejected_orders (
  error            jsonb NOT NULL,
  original_message jsonb NOT NULL,
  rejected_at      timestamptz NOT NULL DEFAULT now()
);
