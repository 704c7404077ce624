package io.orgscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.testing.PostgresTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** References that no foreign key declares. */
@PostgresTest
class GuessedReferencesPlanTest extends HardSchema {

    private static final String PAIRS = """
            CREATE TABLE invoices (id bigint PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
            CREATE TABLE payment_requests (id bigint PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
            CREATE TABLE payments (id int PRIMARY KEY, payable_type text NOT NULL, payable_id bigint NOT NULL);
            INSERT INTO invoices VALUES (1, 1), (2, 2);
            INSERT INTO payment_requests VALUES (1, 3);
            """;

    @Test
    void polymorphicPairsLeadWhereTheRowsSay() throws SQLException {
        database.execute(PAIRS);
        assertThat(byCatalog()).containsEntry("payments", "unknown");
        assertThat(Plans.table(Plans.of(database), "payments").reasons())
                .containsExactly("payable_type, payable_id: no row has a payable_type yet, so where payable_id leads is not known.");
        database.execute("INSERT INTO payments VALUES (1, 'Invoice', 1), (2, 'App\\Models\\PaymentRequest', 1), (3, 'Invoice', 2)");
        assertThat(byData()).containsEntry("payments", "payable_id -> payment_requests.organization_id when payable_type ="
                + " E'App\\\\Models\\\\PaymentRequest'; payable_id -> invoices.organization_id when payable_type = 'Invoice'");
        assertThat(database.strings("SELECT organization_id FROM payments ORDER BY id")).containsExactly("1", "3", "2");
    }

    /** The schema of the row itself comes first. That is no proof. */
    @Test
    void aTypeMayMeanTheTableOfAnotherSchema() throws SQLException {
        database.execute(PAIRS, "CREATE SCHEMA old", "CREATE TABLE old.invoices (id bigint PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations)",
                "INSERT INTO payments VALUES (1, 'Invoice', 1), (2, 'PaymentRequest', 1)");
        assertThat(Plans.table(Plans.checked(database), "payments").question()).isEqualTo("payable_id with payable_type = 'Invoice' may lead to public.invoices or"
                + " old.invoices, and no foreign key says which. Does it lead to public.invoices?");
    }

    @Test
    void aPolymorphicTypeWithoutATableIsAsked() throws SQLException {
        database.execute(PAIRS, "INSERT INTO payments VALUES (1, 'Invoice', 1), (2, 'Voucher', 7)");
        assertThat(Plans.table(Plans.of(database), "payments").question())
                .isEqualTo("no table is called like the payable_type 'Voucher'");
        assertThat(Plans.table(Plans.checked(database), "payments").question()).startsWith("1 of its 2 rows find no organization (id=2)");
    }

    @Test
    void aMissingForeignKeyIsGuessedFromTheName() throws SQLException {
        database.execute("""
                CREATE TABLE customers (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE categories (id int PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations);
                CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL, category_id uuid);
                CREATE TABLE "orderLines" (id int PRIMARY KEY, "orderId" int NOT NULL);
                INSERT INTO customers VALUES (1, 1);
                INSERT INTO orders VALUES (1, 1);
                INSERT INTO "orderLines" VALUES (1, 1);
                """);
        assertThat(byCatalog()).containsEntry("orders", "customer_id -> customers.organization_id")
                .containsEntry("orderLines", "orderId -> orders.organization_id");
        assertThat(Plans.table(Plans.of(database), "orders").reasons()).first().asString()
                .contains("no foreign key, only the name says so");
        assertThat(byData()).containsEntry("orders", "customer_id -> customers.organization_id");
        database.execute("ALTER TABLE orders DROP organization_id", "INSERT INTO orders VALUES (2, 99)");
        assertThat(Plans.table(Plans.checked(database), "orders").question()).contains("1 of its 2 rows find no organization (id=2)");
    }
}
