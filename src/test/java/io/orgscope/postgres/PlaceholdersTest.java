package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "data ? 'a?b'                 # data ?? 'a?b'",
            "data ?| array['x'] -- why?   # data ??| array['x'] -- why?",
            "E'it\\'s ?' = $$?$$ or a ? b # E'it\\'s ?' = $$?$$ or a ?? b",
            "\"odd?\" /* ? */ ? 'it''s ?' # \"odd?\" /* ? */ ?? 'it''s ?'",
            "$q$ $$ ? $$ $q$ ? 1          # $q$ $$ ? $$ $q$ ?? 1",
    })
    void doublesQuestionMarksThatAreOperators(String sql, String escaped) {
        assertThat(Placeholders.escape(sql)).isEqualTo(escaped);
    }
}
