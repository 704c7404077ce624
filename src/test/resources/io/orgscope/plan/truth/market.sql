-- organizations merchants.id merchant_id
-- Rows that two organizations share in: a buyer and a seller, two warehouses. References do cross here.
CREATE TABLE merchants (id serial PRIMARY KEY, name text, truth int);
CREATE TABLE warehouses (id serial PRIMARY KEY, merchant_id int NOT NULL REFERENCES merchants, truth int);
CREATE TABLE products (id serial PRIMARY KEY, merchant_id int NOT NULL REFERENCES merchants, source_product_id int REFERENCES products, truth int);
CREATE TABLE orders (id serial PRIMARY KEY, buyer_merchant_id int NOT NULL REFERENCES merchants, product_id int NOT NULL REFERENCES products, truth int);
CREATE TABLE order_lines (order_id int NOT NULL REFERENCES orders ON DELETE CASCADE, line int, product_id int NOT NULL REFERENCES products, truth int,
  PRIMARY KEY (order_id, line));
CREATE TABLE transfers (id serial PRIMARY KEY, from_warehouse_id int NOT NULL REFERENCES warehouses, to_warehouse_id int NOT NULL REFERENCES warehouses, truth int);
CREATE TABLE referrals (id serial PRIMARY KEY, referring_merchant_id int NOT NULL REFERENCES merchants, truth int);
CREATE TABLE price_alerts (id serial PRIMARY KEY, watched_product_id int NOT NULL REFERENCES products, truth int);
CREATE TABLE stock (id serial PRIMARY KEY, warehouse_id int NOT NULL REFERENCES warehouses, product_id int NOT NULL REFERENCES products, truth int);
CREATE TABLE bins (id serial PRIMARY KEY, warehouse_id int NOT NULL REFERENCES warehouses, truth int);
CREATE TABLE baskets (id serial PRIMARY KEY, merchant_id int REFERENCES merchants, product_id int NOT NULL REFERENCES products, truth int);
INSERT INTO merchants SELECT n, 'm' FROM generate_series(1, 4) n;
INSERT INTO warehouses SELECT n, n % 4 + 1, n % 4 + 1 FROM generate_series(1, 8) n;
INSERT INTO products SELECT n, n % 4 + 1, NULL, n % 4 + 1 FROM generate_series(1, 40) n;
INSERT INTO orders SELECT n, n % 4 + 1, (n * 3) % 40 + 1, n % 4 + 1 FROM generate_series(1, 60) n;
INSERT INTO order_lines SELECT n % 60 + 1, n / 60, (n * 7) % 40 + 1, (n % 60 + 1) % 4 + 1 FROM generate_series(0, 119) n;
INSERT INTO transfers SELECT n, n % 8 + 1, (n * 5) % 8 + 1, (n % 8 + 1) % 4 + 1 FROM generate_series(1, 40) n;
INSERT INTO referrals SELECT n, n % 4 + 1, (n + 1) % 4 + 1 FROM generate_series(1, 20) n;
INSERT INTO price_alerts SELECT n, n % 40 + 1, (n + 2) % 4 + 1 FROM generate_series(1, 40) n;
INSERT INTO stock SELECT n, n % 8 + 1, (n * 3) % 40 + 1, ((n * 3) % 40 + 1) % 4 + 1 FROM generate_series(1, 60) n;
INSERT INTO bins SELECT n, n % 8 + 1, (n % 8 + 1) % 4 + 1 FROM generate_series(1, 24) n;
INSERT INTO baskets SELECT n, n % 4 + 1, n % 40 + 1, n % 4 + 1 FROM generate_series(1, 24) n;
