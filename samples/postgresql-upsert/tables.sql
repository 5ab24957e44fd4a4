-- What flow.yaml reads, in the database `warehouse`.
CREATE TABLE products (
  sku   text PRIMARY KEY,
  title text NOT NULL
);

CREATE TABLE stock (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku        text NOT NULL REFERENCES products,
  region     text NOT NULL,
  amount     integer NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (sku, region)
);
CREATE INDEX ON stock (updated_at, id);

-- What flow.yaml writes, in the database `reports`.
CREATE TABLE stock (
  sku        text NOT NULL,
  region     text NOT NULL,
  amount     integer NOT NULL,
  title      text NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (sku, region)
);
