package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A batch takes as many pages as its time allows")
class AdaptiveBatchSizeTest {

    private static final long MS = 1_000_000;

    private final AdaptiveBatchSize batchSize = new AdaptiveBatchSize(20 * MS);

    @Test
    void itGrowsByNoMoreThanDouble() {
        batchSize.took(32, MS / 1000);

        assertThat(batchSize.pages()).isEqualTo(64);
    }

    @Test
    void itShrinksAtOnce() {
        batchSize.took(32, 80 * MS);

        assertThat(batchSize.pages()).isEqualTo(8);
    }

    @Test
    void itShrinksHarderAfterATimeout() {
        batchSize.tooSlow(32);

        assertThat(batchSize.pages()).isEqualTo(8);
    }

    @Test
    void itStaysBetweenOnePageAndTheMost() {
        for (int batch = 0; batch < 30; batch++) {
            batchSize.took(batchSize.pages(), 1);
        }
        assertThat(batchSize.pages()).isEqualTo(AdaptiveBatchSize.MOST_PAGES);
        for (int batch = 0; batch < 30; batch++) {
            batchSize.tooSlow(batchSize.pages());
        }
        assertThat(batchSize.pages()).isEqualTo(1);
    }

    @Test
    void theShortRestOfAWindowTeachesNothing() {
        batchSize.took(3, MS / 1000);

        assertThat(batchSize.pages()).isEqualTo(32);
    }
}
