-- What samples/demo/flow.yaml writes to.
CREATE TABLE orders (
  id           bigint PRIMARY KEY,
  placed_at    timestamptz NOT NULL,
  status       text NOT NULL,
  name         text,
  email        text,
  card         text,
  country      char(2),
  total        numeric(12, 2) NOT NULL,
  quantity     integer NOT NULL CHECK (quantity > 0),
  items        jsonb,
  processed_at timestamptz NOT NULL
);

CREATE TABLE large_orders (LIKE orders INCLUDING ALL);

-- json and not jsonb: the original stays as it came, key by key and digit by digit.
CREATE TABLE rejected_orders (
  error            json NOT NULL,
  original_message json NOT NULL
);
