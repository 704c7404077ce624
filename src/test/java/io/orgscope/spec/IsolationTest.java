package io.orgscope.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.route.RoutePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code isolation:} as it is written, for all tables and for one. */
class IsolationTest {

    private static OrgScopeFile file(String isolation, String own) {
        return OrgScopeFile.parse("tenancy.orgscope.yaml", text(isolation, own));
    }

    private static String text(String isolation, String own) {
        return """
                orgscope:
                  version: 1
                %s
                  tables:
                    - table: posts
                      route: user_id -> users.organization_id
                %s
                """.formatted(isolation.indent(2).stripTrailing(), own.indent(6).stripTrailing());
    }

    private static Isolation of(String isolation, String own) {
        return file(isolation, own).tables().get(0).isolation();
    }

    private static final String ALL = "isolation:\n  references: composite\n  rows: { setting: my.tenant, roles: [ app, \"a \\\"b\\\"\" ], force: true }";

    @Test
    void isOffUnlessDeclared() {
        assertThat(of("", "")).isEqualTo(Isolation.NONE);
        assertThat(of("isolation: none", "")).isEqualTo(Isolation.NONE);
        assertThat(of("isolation: { references: single, rows: none }", "")).isEqualTo(Isolation.NONE);
    }

    @Test
    void ofTheFileHoldsForEveryTable() {
        assertThat(of(ALL, "")).isEqualTo(new Isolation(true, List.of(), new Isolation.Rows("my.tenant", List.of("app", "a \"b\""), true)));
        assertThat(of("isolation: { rows: {} }", "").rows()).isEqualTo(new Isolation.Rows("app.organization_id", List.of(), false));
        assertThat(of("isolation: { rows: { roles: app } }", "").rows().roles()).containsExactly("app");
    }

    @Test
    void ofATableTakesFromTheFileWhatItLeavesOut() {
        assertThat(of(ALL, "isolation: none")).isEqualTo(Isolation.NONE);
        assertThat(of(ALL, "isolation: { rows: none }")).isEqualTo(new Isolation(true, List.of(), null));
        assertThat(of(ALL, "isolation: { references: single, rows: { force: false } }")).isEqualTo(
                new Isolation(false, List.of(), new Isolation.Rows("my.tenant", List.of("app", "a \"b\""), false)));
        assertThat(of(ALL, "isolation: { memberships: user_id -> members(user_id).organization_id }").memberships())
                .containsExactly(RoutePath.parse("user_id -> members(user_id).organization_id"));
    }

    /** In YAML a quoted word is a text. Without the quotes, a parameter in braces is not YAML. */
    @ParameterizedTest
    @CsvSource({"true, true", "no, false", "Off, false"})
    void trueAndFalseMayComeFromAParameter(String value, boolean means) {
        OrgScopeFile file = expanding(value);
        assertThat(file.tables().get(0).isolation().rows().force()).isEqualTo(means);
    }

    @Test
    void aParameterThatIsNeitherTrueNorFalse() {
        assertThatThrownBy(() -> expanding("maybe")).hasMessageContaining(":3").hasMessageContaining("force has to be true or false.");
        assertThatThrownBy(() -> expanding("${unset}")).hasMessageContaining(":3").hasMessageContaining("The parameter in '${unset}' is not set.");
        assertThatThrownBy(() -> file("isolation: { rows: { force: \"${value}\" } }", "")).hasMessageContaining("The commands do not read the properties");
        assertThatThrownBy(() -> file("isolation: { rows: { force: \"true\" } }", "")).hasMessageContaining("force has to be true or false.");
    }

    @Test
    void anIndexThatAParameterTurnsOff() {
        assertThat(indexed("false").tables().get(0).needsIndex()).isFalse();
        assertThat(indexed("by_organization").tables().get(0).indexName()).isEqualTo("by_organization");
        assertThatThrownBy(() -> indexed("true")).hasMessageContaining("index takes the index's name, or false for none.");
    }

    private static OrgScopeFile expanding(String value) {
        return parameter("isolation: { rows: { force: \"${value}\" } }", "", value);
    }

    private static OrgScopeFile indexed(String value) {
        return parameter("", "index: ${value}", value);
    }

    private static OrgScopeFile parameter(String isolation, String own, String value) {
        return OrgScopeFile.parse("tenancy.orgscope.yaml", text(isolation, own), scalar -> scalar.replace("${value}", value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "isolation: off|3|isolation has to be one of none, not 'off'.",
        "isolation: { reference: composite }|3|'reference' is not known in isolation. Did you mean 'references'?",
        "isolation: { references: double }|3|references has to be one of composite, single, not 'double'.",
        "isolation: { rows: { setting: tenant } }|3|setting has to be a name with a dot in it",
        "isolation: { rows: { roles: [] } }|3|roles is empty",
        "isolation: { rows: { roles: [ a, a ] } }|3|A role is listed twice in roles.",
        "isolation: { rows: { force: maybe } }|3|force has to be true or false.",
        "isolation: { memberships: [] }|3|'memberships' is not known in isolation."})
    void whatIsWrongIsSaidWithItsLine(String isolation, int line, String message) {
        assertThatThrownBy(() -> file(isolation, "")).hasMessageContaining(":" + line).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "memberships: user_id -> members.organization_id | An entry of memberships names the table",
        "memberships: user_id -> members(user_id).a -> b.c | An entry of memberships names the table",
        "memberships: user_id | ",
        "memberships: [ a -> b(c).d, a -> e(f).g ] | A column is listed twice in memberships.",
        "memberships: a -> b(c).d, references: single | memberships needs 'references: composite'"})
    void whatIsWrongInATableIsSaidWithItsLine(String own, String message) {
        assertThatThrownBy(() -> file("isolation: { references: composite }", "isolation: { " + own + " }"))
                .hasMessageContaining(":7").hasMessageContaining(message == null ? "" : message);
    }

    @Test
    void listsOfNamesAndTablesSurviveBeingOneText() {
        List<String> names = List.of("app", "a \"b\"", "c, d");
        assertThat(Isolation.names("roles", Isolation.text(names))).isEqualTo(names);
        assertThat(Isolation.names("roles", Isolation.text(List.of()))).isEmpty();
        List<IsolatedTable> tables = List.of(new IsolatedTable(null, "Order \"x\"; DROP", "organization_id", true),
                new IsolatedTable("s, t", "a", "b: c", false), new IsolatedTable(null, "c", "organization_id", true, false));
        assertThat(IsolatedTable.parse("isolatedTables", IsolatedTable.format(tables))).isEqualTo(tables);
    }
}
