package io.orgscope.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The first kills of the soak with one seed, and two rounds at least: the second has what the rollback of the first kept.
 * {@code mvn -q -Psoak} goes on from there.
 */
class SoakTest {

    private static final int KILLS = 12;
    private static final int ROUNDS = 2;
    private static final int USERS = 150;

    @Test
    void theFirstKillsLeaveNothingBehind() throws Exception {
        try (Soak soak = new Soak(USERS, KILLS, 1, System.out::println)) {
            for (int round = 0; round < ROUNDS || soak.kills() < KILLS; round++) {
                soak.round();
            }
            System.out.println(soak.summary());
            assertThat(soak.complaints()).isEmpty();
        }
    }
}
