-- organizations corredurias.id_correduria id_correduria
-- Corredurias de seguros: las polizas se traspasan de una cartera a otra y los recibos anteriores no, hay colaboradoras que cobran parte de la comision, empleados en varias corredurias y ficheros comunes.
CREATE TABLE corredurias (id_correduria int PRIMARY KEY, razon_social varchar(80) NOT NULL, id_matriz int REFERENCES corredurias, truth int);
CREATE TABLE usuarios (id_usuario int PRIMARY KEY, correo varchar(80) UNIQUE, id_correduria int REFERENCES corredurias, truth int);
CREATE TABLE puestos (id_puesto int PRIMARY KEY, id_usuario int NOT NULL REFERENCES usuarios, id_correduria int NOT NULL REFERENCES corredurias, alta date, baja date, truth int);
CREATE TABLE aseguradoras (cod_dgs char(5) PRIMARY KEY, nombre varchar(60), truth int);
CREATE TABLE productos (id_producto int PRIMARY KEY, cod_dgs char(5) NOT NULL REFERENCES aseguradoras, ramo varchar(20), truth int);
CREATE TABLE tomadores (id_tomador int PRIMARY KEY, id_correduria int NOT NULL REFERENCES corredurias, nif varchar(9), truth int);
CREATE TABLE polizas (num_poliza varchar(20) PRIMARY KEY, id_tomador int NOT NULL REFERENCES tomadores, id_producto int NOT NULL REFERENCES productos, mediador int NOT NULL REFERENCES corredurias, id_colaboradora int REFERENCES corredurias, reemplaza varchar(20) REFERENCES polizas, truth int);
CREATE TABLE polizas_hist (num_poliza varchar(20) NOT NULL REFERENCES polizas, version int NOT NULL, mediador int, prima numeric(9,2), truth int, PRIMARY KEY (num_poliza, version));
CREATE TABLE traspasos (id_traspaso int PRIMARY KEY, num_poliza varchar(20) NOT NULL REFERENCES polizas, id_correduria int NOT NULL REFERENCES corredurias, fecha date, autorizado_por int REFERENCES puestos, truth int);
CREATE TABLE recibos (num_poliza varchar(20) NOT NULL REFERENCES polizas, orden int NOT NULL, fecha date, importe numeric(9,2), truth int, PRIMARY KEY (num_poliza, orden));
CREATE TABLE comisiones (id_comision int PRIMARY KEY, num_poliza varchar(20) NOT NULL, orden int NOT NULL, id_correduria int NOT NULL REFERENCES corredurias, importe numeric(9,2), truth int, FOREIGN KEY (num_poliza, orden) REFERENCES recibos);
CREATE TABLE siniestros (num_siniestro varchar(20) PRIMARY KEY, num_poliza varchar(20) NOT NULL REFERENCES polizas, tramitador int REFERENCES puestos, truth int);
CREATE TABLE contrarios (num_siniestro varchar(20) NOT NULL REFERENCES siniestros, num_poliza varchar(20) NOT NULL REFERENCES polizas, culpa int, truth int, PRIMARY KEY (num_poliza, num_siniestro));
CREATE TABLE peritos (id_perito int PRIMARY KEY, id_correduria int REFERENCES corredurias, nombre varchar(60), truth int);
CREATE TABLE peritaciones (id_peritacion int PRIMARY KEY, id_perito int NOT NULL REFERENCES peritos, num_siniestro varchar(20) NOT NULL REFERENCES siniestros, truth int);
CREATE TABLE presupuestos (id_presupuesto int PRIMARY KEY, id_puesto int NOT NULL REFERENCES puestos, id_tomador int REFERENCES tomadores, id_producto int NOT NULL REFERENCES productos, truth int);
CREATE TABLE presupuestos_lineas (id_presupuesto int NOT NULL REFERENCES presupuestos ON DELETE CASCADE, linea int NOT NULL, garantia varchar(40), truth int, PRIMARY KEY (id_presupuesto, linea));
CREATE TABLE tareas (id_tarea int PRIMARY KEY, creada_por int NOT NULL REFERENCES puestos, asignada_a int NOT NULL REFERENCES puestos, num_siniestro varchar(20) REFERENCES siniestros, truth int);
CREATE TABLE extensiones (extension varchar(6) PRIMARY KEY, id_correduria int NOT NULL REFERENCES corredurias, truth int);
CREATE TABLE llamadas (id_llamada int PRIMARY KEY, destino varchar(6), id_usuario int REFERENCES usuarios, segundos int, truth int);
CREATE TABLE facturas (num_factura varchar(20) PRIMARY KEY, id_correduria int NOT NULL REFERENCES corredurias, emitida_por int NOT NULL REFERENCES corredurias, truth int);
CREATE TABLE plantillas (id_plantilla int PRIMARY KEY, id_correduria int REFERENCES corredurias, asunto varchar(80), truth int);
CREATE TABLE lista_robinson (nif varchar(9) PRIMARY KEY, id_correduria int REFERENCES corredurias, truth int);
CREATE TABLE adjuntos (id_adjunto int PRIMARY KEY, tabla varchar(20) NOT NULL, clave varchar(20) NOT NULL, subido_por int REFERENCES usuarios, truth int);
INSERT INTO corredurias SELECT n, 'Correduria ' || n, CASE WHEN n IN (2, 5) THEN 1 END FROM generate_series(1, 5) n;
-- Los usuarios no son de nadie. La correduria es la que se abre al entrar.
INSERT INTO usuarios SELECT n, 'u' || n || '@c.test', (abs(hashint4((n)::int) % 5) + 1) FROM generate_series(1, 36) n;
INSERT INTO puestos SELECT n, n, (abs(hashint4((n)::int) % 5) + 1), date '2016-01-01', NULL, (abs(hashint4((n)::int) % 5) + 1) FROM generate_series(1, 36) n;
INSERT INTO puestos SELECT 36 + n, n * 3, (abs(hashint4((n*3)::int) % 5) + 1) % 5 + 1, date '2021-01-01', CASE WHEN n % 3 = 0 THEN date '2023-12-31' END, (abs(hashint4((n*3)::int) % 5) + 1) % 5 + 1 FROM generate_series(1, 9) n;
INSERT INTO aseguradoras SELECT 'C000' || n, 'Aseguradora ' || n FROM generate_series(1, 6) n;
INSERT INTO productos SELECT n, 'C000' || (abs(hashint4((n)::int) % 6) + 1), 'auto' FROM generate_series(1, 20) n;
INSERT INTO tomadores SELECT n, (abs(hashint4((n+10)::int) % 5) + 1), 'N' || n % 55, (abs(hashint4((n+10)::int) % 5) + 1) FROM generate_series(1, 60) n;
-- La poliza es de quien la media hoy. La ficha del tomador se queda en la cartera de origen.
INSERT INTO polizas SELECT 'P' || n, t.id_tomador, (abs(hashint4((n+20)::int) % 20) + 1), CASE WHEN n % 6 = 0 THEN t.truth % 5 + 1 ELSE t.truth END, CASE WHEN n % 4 = 0 THEN (abs(hashint4((n+21)::int) % 5) + 1) END, CASE WHEN n > 70 THEN 'P' || n - 60 END, CASE WHEN n % 6 = 0 THEN t.truth % 5 + 1 ELSE t.truth END FROM generate_series(1, 80) n JOIN tomadores t ON t.id_tomador = (abs(hashint4((n+22)::int) % 60) + 1);
-- Cada version es de quien mediaba entonces.
INSERT INTO polizas_hist SELECT p.num_poliza, k, CASE WHEN k = 1 THEN t.truth ELSE p.mediador END, 300, CASE WHEN k = 1 THEN t.truth ELSE p.mediador END FROM polizas p JOIN tomadores t USING (id_tomador) CROSS JOIN generate_series(1, 2) k WHERE k = 1 AND p.num_poliza > 'P4' OR p.mediador <> t.truth;
-- id_correduria de un traspaso es la cedente. El expediente es de la que recibe, que es la que media ahora.
INSERT INTO traspasos SELECT row_number() OVER (ORDER BY num_poliza), p.num_poliza, t.truth, date '2022-01-01', (SELECT id_puesto FROM puestos x WHERE x.truth = p.truth ORDER BY hashint4(x.id_puesto + t.id_tomador * 50) LIMIT 1), p.truth FROM polizas p JOIN tomadores t USING (id_tomador) WHERE p.mediador <> t.truth;
-- Los recibos anteriores al traspaso son de la cedente.
INSERT INTO recibos SELECT p.num_poliza, k, date '2020-06-01' + k * 365, 300, CASE WHEN x.fecha > date '2020-06-01' + k * 365 THEN x.id_correduria ELSE p.truth END FROM polizas p LEFT JOIN traspasos x USING (num_poliza) CROSS JOIN generate_series(1, 2) k WHERE k = 1 OR substr(p.num_poliza, 2)::int % 3 = 0;
-- La comision es de quien la cobra: la del recibo, y una parte la colaboradora.
INSERT INTO comisiones SELECT row_number() OVER (ORDER BY num_poliza, orden), num_poliza, orden, truth, 30, truth FROM recibos;
INSERT INTO comisiones SELECT 200 + row_number() OVER (ORDER BY num_poliza), num_poliza, orden, p.id_colaboradora, 10, p.id_colaboradora FROM recibos r JOIN polizas p USING (num_poliza) WHERE p.id_colaboradora IS NOT NULL AND orden = 1;
INSERT INTO siniestros SELECT 'S' || n, p.num_poliza, CASE WHEN n % 4 > 0 THEN (SELECT id_puesto FROM puestos x WHERE x.truth = p.truth ORDER BY hashint4(x.id_puesto + n * 50) LIMIT 1) END, p.truth FROM generate_series(1, 60) n JOIN polizas p ON p.num_poliza = 'P' || (abs(hashint4((n+30)::int) % 80) + 1);
-- La poliza del contrario puede ser de cualquiera, la fila es del siniestro.
INSERT INTO contrarios SELECT s.num_siniestro, 'P' || (abs(hashint4((substr(s.num_siniestro, 2)::int+40)::int) % 80) + 1), 50, s.truth FROM siniestros s WHERE s.num_siniestro > 'S3';
INSERT INTO peritos SELECT n, CASE WHEN n % 3 > 0 THEN (abs(hashint4((n+50)::int) % 5) + 1) END, 'Perito', CASE WHEN n % 3 > 0 THEN (abs(hashint4((n+50)::int) % 5) + 1) END FROM generate_series(1, 24) n;
INSERT INTO peritaciones SELECT n, e.id_perito, s.num_siniestro, s.truth FROM generate_series(1, 50) n JOIN siniestros s ON s.num_siniestro = 'S' || (abs(hashint4((n+51)::int) % 60) + 1) JOIN LATERAL (SELECT id_perito FROM peritos e WHERE e.truth = s.truth OR e.truth IS NULL OR n % 9 = 0 ORDER BY hashint4(e.id_perito + n * 50) LIMIT 1) e ON true;
-- El presupuesto es de la correduria del puesto desde el que se hace.
INSERT INTO presupuestos SELECT n, x.id_puesto, CASE WHEN n % 3 > 0 THEN (SELECT id_tomador FROM tomadores t WHERE t.truth = x.truth ORDER BY hashint4(t.id_tomador + n * 100) LIMIT 1) END, (abs(hashint4((n+60)::int) % 20) + 1), x.truth FROM generate_series(1, 60) n JOIN puestos x ON x.id_puesto = (abs(hashint4((n+61)::int) % 45) + 1);
INSERT INTO presupuestos_lineas SELECT n.id_presupuesto, k, 'g', n.truth FROM presupuestos n, generate_series(1, 2) k WHERE k = 1 OR n.id_presupuesto % 2 = 0;
-- La tarea es de quien la tiene que hacer, a veces la pide la matriz.
INSERT INTO tareas SELECT n, CASE WHEN n % 5 = 0 THEN (SELECT min(id_puesto) FROM puestos WHERE truth = 1) ELSE x.id_puesto END, y.id_puesto, CASE WHEN n % 2 = 0 THEN s.num_siniestro END, y.truth FROM generate_series(1, 60) n JOIN puestos y ON y.id_puesto = (abs(hashint4((n+70)::int) % 45) + 1)
  JOIN LATERAL (SELECT id_puesto FROM puestos x WHERE x.truth = y.truth ORDER BY hashint4(x.id_puesto + n * 50) LIMIT 1) x ON true LEFT JOIN LATERAL (SELECT num_siniestro FROM siniestros s WHERE s.truth = y.truth ORDER BY md5(s.num_siniestro || n) LIMIT 1) s ON true;
INSERT INTO extensiones SELECT (9000 + n)::text, (n - 1) % 5 + 1, (n - 1) % 5 + 1 FROM generate_series(1, 25) n;
-- La llamada es de la extension a la que entra. Descuelga quien este, que puede trabajar en dos.
INSERT INTO llamadas SELECT n, e.extension, CASE WHEN n % 6 > 0 THEN (SELECT id_usuario FROM puestos x WHERE x.truth = e.truth ORDER BY hashint4(x.id_puesto + n * 50) LIMIT 1) END, 60, e.truth FROM generate_series(1, 70) n JOIN extensiones e ON e.extension = (9000 + (abs(hashint4((n+80)::int) % 25) + 1))::text;
-- id_correduria es a quien se factura.
INSERT INTO facturas SELECT 'F' || n, ((abs(hashint4((n+90)::int) % 5) + 1) + (abs(hashint4((n+91)::int) % 4) + 1) - 1) % 5 + 1, (abs(hashint4((n+90)::int) % 5) + 1), (abs(hashint4((n+90)::int) % 5) + 1) FROM generate_series(1, 40) n;
INSERT INTO plantillas SELECT n, CASE WHEN n > 8 THEN (abs(hashint4((n+100)::int) % 5) + 1) END, 'a', CASE WHEN n > 8 THEN (abs(hashint4((n+100)::int) % 5) + 1) END FROM generate_series(1, 28) n;
-- La lista vale para todas, da igual quien lo comunico.
INSERT INTO lista_robinson SELECT 'N' || n, CASE WHEN n % 4 > 0 THEN (abs(hashint4((n+110)::int) % 5) + 1) END FROM generate_series(1, 30) n;
INSERT INTO adjuntos SELECT n, 'polizas', p.num_poliza, (abs(hashint4((n+120)::int) % 36) + 1), p.truth FROM generate_series(1, 25) n JOIN polizas p ON p.num_poliza = 'P' || (abs(hashint4((n+121)::int) % 80) + 1);
INSERT INTO adjuntos SELECT n + 25, 'siniestros', s.num_siniestro, (abs(hashint4((n+120)::int) % 36) + 1), s.truth FROM generate_series(1, 25) n JOIN siniestros s ON s.num_siniestro = 'S' || (abs(hashint4((n+122)::int) % 60) + 1);
