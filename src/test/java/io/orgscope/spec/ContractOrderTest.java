package io.orgscope.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of the tables in the contract if a route finds its parent by a key in parentheses. */
class ContractOrderTest {

    private static Iterable<String> ordered(String tables) {
        return ContractOrder.of(OrgScopeFile.parse("order", "orgscope:\n  version: 1\n  tables:\n" + tables.indent(4)).ordered()).stream().map(TableDeclaration::table).toList();
    }

    /** An entry without columns may replace any key. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"invoices(number) | columns: [ number ] | true", "invoices(id) | columns: [ number ] | false", "invoices(id) | name: by_number | true",
        "invoices | name: by_number | false"})
    void onlyAKeyThatMayBeReplacedChangesTheOrder(String parent, String entry, boolean changed) {
        assertThat(ordered("""
                - { table: invoices, route: user_id -> users.default_organization_id, unique: { replaces: invoices_number_key, %s } }
                - { table: lines, route: 'invoice -> %s.organization_id' }
                """.formatted(entry, parent))).containsExactly(changed ? new String[] {"lines", "invoices"} : new String[] {"invoices", "lines"});
    }

    @Test
    void aRouteWithMoreColumnsThanTheKey() {
        assertThat(ordered("""
                - { table: invoices, route: user_id -> users.default_organization_id, unique: { replaces: invoices_number_key, columns: [ number ] } }
                - { table: lines, route: '(invoice, year) -> invoices(number, year).organization_id' }
                """)).containsExactly("lines", "invoices");
    }

    /** One of them has to come first. A table whose rows one of them searches comes after that one. */
    @Test
    void tablesThatSearchEachOther() {
        String unique = "unique: { replaces: old, columns: [ code ] }";
        assertThat(ordered("""
                - { table: last, route: user_id -> users.default_organization_id, %1$s }
                - { table: fourth, route: code -> last(code).organization_id, %1$s }
                - { table: one, route: [ user_id -> users.default_organization_id, code -> other(code).user_id -> users.default_organization_id, code -> fourth(code).organization_id ], %1$s }
                - { table: other, route: code -> one(code).organization_id, %1$s }
                """.formatted(unique))).containsExactly("one", "fourth", "last", "other");
    }
}
