package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralTest {

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "ref ~ '^\\d+$' AND a = 'b'      # ref ~  E'^\\\\d+$' AND a = 'b'",
            "a = 'it''s \\' -- 'a\\b'         # a =  E'it''s \\\\' -- 'a\\b'",
            "E'a\\nb' = \"a\\b\" /* '\\' */     # E'a\\nb' = \"a\\b\" /* '\\' */",
            "$$'a\\b'$$ = U&'\\0041'          # $$'a\\b'$$ = U&'\\0041'",
            "a = 'plain'                    # a = 'plain'",
    })
    void makesLiteralsPortable(String sql, String portable) {
        assertThat(Literal.portable(sql)).isEqualTo(portable);
        assertThat(Literal.portable(portable)).isEqualTo(portable);
    }

    @Test
    void noConditionIsNone() {
        assertThat(Literal.portable(null)).isNull();
    }
}
