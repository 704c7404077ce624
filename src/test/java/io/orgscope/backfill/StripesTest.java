package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The number of passes follows from what a page holds")
class StripesTest {

    @ParameterizedTest(name = "{1} of {2} rows, highest offset {0}: {3} passes")
    @CsvSource({
        // full pages: a tenth of the rows moves away
        "21, 21, 21, 12", "200, 200, 200, 11", "10, 10, 10, 11", "5, 5, 5, 6", "60, 60, 60, 11",
        // hardly any rows a page
        "3, 3, 3, 3", "2, 2, 2, 2", "1, 1, 1, 1", "0, 0, 0, 1",
        // free space makes passes unnecessary
        "20, 10, 20, 2", "20, 14, 20, 4", "20, 17, 20, 8",
        // offsets that many updates scattered
        "80, 20, 20, 11",
    })
    void passes(int highest, double live, double capacity, int stripes) {
        assertThat(Stripes.choose(100, highest, live, capacity).count()).isEqualTo(stripes);
    }

    @Test
    void theChoiceExplainsItself() {
        assertThat(Stripes.choose(100, 21, 20.5, 21).describe())
                .isEqualTo("100 pages, 20.5 rows a page where 21.0 would fit: 12 passes over every window");
        Locale.setDefault(Locale.GERMANY);
        assertThat(Stripes.choose(100, 1, 1, 1).describe()).endsWith("1.0 would fit: one pass");
    }
}
