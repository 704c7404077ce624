package io.orgscope.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The order of the tables if one of them is written with its schema and another name of it is not. */
class TableOrderTest {

    private static Iterable<String> ordered(String tables) {
        return OrgScopeFile.parse("order", "orgscope:\n  version: 1\n  tables:\n" + tables.indent(4)).ordered().stream().map(TableDeclaration::table).toList();
    }

    @Test
    void aNameWithASchemaMayBeThatWithoutOne() {
        assertThat(ordered("""
                - { table: lines, schema: x, route: invoice_id -> public.invoices.organization_id }
                - { table: invoices, route: order_id -> orders.organization_id }
                """)).containsExactly("invoices", "lines");
        assertThat(ordered("""
                - { table: lines, route: invoice_id -> invoices.organization_id }
                - { table: invoices, schema: public, route: order_id -> orders.organization_id }
                """)).containsExactly("invoices", "lines");
    }

    /** It may also be another table. */
    @Test
    void aNameThatMayBeAnotherFormsNoCircle() {
        String tables = """
                - { table: invoices, route: line_id -> x.lines.organization_id }
                - { table: lines, schema: x, route: invoice_id -> public.invoices.organization_id }
                """;
        assertThat(ordered(tables)).containsExactly("lines", "invoices");
        assertThat(ordered(tables.lines().sorted(java.util.Comparator.reverseOrder()).reduce("", (one, other) -> one + other + "\n"))).containsExactly("lines", "invoices");
    }

    /** With a schema of the file every name has one. */
    @Test
    void aSchemaOfAnotherNameIsAnotherTable() {
        assertThat(ordered("""
                - { table: lines, schema: x, route: invoice_id -> y.invoices.organization_id }
                - { table: invoices, schema: z, route: order_id -> orders.organization_id }
                """)).containsExactly("lines", "invoices");
    }
}
