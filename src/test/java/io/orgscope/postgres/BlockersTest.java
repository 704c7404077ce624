package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "UPDATE users SET \"user's name\" = 'x', password = 'hunter2' # UPDATE users SET \"user's name\" = ?, password = ?",
            "SELECT 'a''b', 17, 1.5e3, 'hunter2'             # SELECT ?, ?, ?, ?",
            "SELECT E'it\\'s', 'hunter2' FROM t1             # SELECT ?, ? FROM t1",
            "SELECT $$it's$$, $q$ $$ ' $q$, 'hunter2' FROM a$b$c # SELECT ?, ?, ? FROM a$b$c",
            "SELECT /* it's */ 'hunter2' -- it's             # SELECT ?",
            "SELECT \"odd -- \"\" '\", 'hunter2' FROM t        # SELECT \"odd -- \"\" '\", ? FROM t",
            "SELECT '\"', 'hunter2', '\"'                    # SELECT ?, ?, ?",
            "SELECT '--', 'hunter2'                          # SELECT ?, ?",
            "SELECT a[1] -1 WHERE b = $1 AND c='hunter2'     # SELECT a[?] -? WHERE b = $1 AND c=?",
            "SELECT U&'hunter2', N'hunter2', X'1F'           # SELECT U&?, N?, X?",
    })
    void masksConstants(String query, String shape) {
        assertThat(Blockers.masked(query)).isEqualTo(shape);
    }

    /** With standard_conforming_strings = off, a backslash escapes the quote after it. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "SELECT 'it\\'s', 'hunter2'                    # SELECT ?",
            "SELECT 'ok', 'C:\\', a, 'hunter2'             # SELECT ?, ?",
            "SELECT E'a' 'it\\'s', 'hunter2'               # SELECT ? ?",
            "SELECT /* a /* b */ it's */ 'hunter2'         # SELECT ?",
    })
    void endsWhereTheEndOfAConstantIsNotKnown(String query, String shape) {
        assertThat(Blockers.masked(query)).isEqualTo(shape);
    }

    /** PostgreSQL shows the beginning of a long query. */
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "SELECT 'hunter            # SELECT ?",
            "SELECT E'hunter\\         # SELECT ?",
            "SELECT $a$hunter$a        # SELECT ?",
            "SELECT \"hunter           # SELECT ?",
            "SELECT 1 /* hunter        # SELECT ?",
    })
    void endsInTheMiddle(String query, String shape) {
        assertThat(Blockers.masked(query)).isEqualTo(shape);
    }

    @Test
    void isShort() {
        assertThat(Blockers.masked("SELECT '" + "hunter2".repeat(100_000) + "', 'hunter2'")).isEqualTo("SELECT ?");
        assertThat(Blockers.masked("SELECT " + "a, ".repeat(1000))).hasSize(120).endsWith("…");
        assertThat(Blockers.masked(" ")).isEqualTo("(its query is hidden from this role)");
    }
}
