package io.orgscope.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The first twenty kills of the soak with one seed; {@code mvn -q -Psoak} goes on from there. */
class SoakTest {

    private static final int KILLS = 20;
    private static final int USERS = 150;

    @Test
    void twentyKillsLeaveNothingBehind() throws Exception {
        try (Soak soak = new Soak(USERS, KILLS, 1, System.out::println)) {
            while (soak.kills() < KILLS) {
                soak.round();
            }
            System.out.println(soak.summary());
            assertThat(soak.complaints()).isEmpty();
        }
    }
}
