package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A batch takes as many pages as its time allows")
class LaneTest {

    private static final long MS = 1_000_000;

    private final Lane lane = new Lane(20 * MS);

    @Test
    void itGrowsByNoMoreThanDouble() {
        lane.took(32, MS / 1000);

        assertThat(lane.pages()).isEqualTo(64);
    }

    @Test
    void itShrinksAtOnce() {
        lane.took(32, 80 * MS);

        assertThat(lane.pages()).isEqualTo(8);
    }

    @Test
    void itShrinksHarderAfterATimeout() {
        lane.tooSlow(32);

        assertThat(lane.pages()).isEqualTo(8);
    }

    @Test
    void itStaysBetweenOnePageAndTheMost() {
        for (int batch = 0; batch < 30; batch++) {
            lane.took(lane.pages(), 1);
        }
        assertThat(lane.pages()).isEqualTo(Lane.MOST_PAGES);
        for (int batch = 0; batch < 30; batch++) {
            lane.tooSlow(lane.pages());
        }
        assertThat(lane.pages()).isEqualTo(1);
    }

    @Test
    void theShortRestOfAWindowTeachesNothing() {
        lane.took(3, MS / 1000);

        assertThat(lane.pages()).isEqualTo(32);
    }
}
