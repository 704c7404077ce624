package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Between two batches a worker leaves room for the application")
class GateTest {

    private static final long MS = 1_000_000;

    private static final BackfillOptions OPTIONS = BackfillOptions.defaults().withBatch(Duration.ofMillis(20));

    @Test
    void thePaceAskedForIsKept() {
        assertThat(new Gate(OPTIONS).restAfter(20 * MS)).isZero();
        assertThat(new Gate(OPTIONS.withPace(0.5)).restAfter(20 * MS)).isEqualTo(20 * MS);
    }

    @Test
    void aBatchThatTookTooLongIsFollowedByARest() {
        assertThat(new Gate(OPTIONS).restAfter(30 * MS)).isZero();
        assertThat(new Gate(OPTIONS).restAfter(70 * MS)).isEqualTo(40 * MS);
    }

    @Test
    void aVacuumOfTheTableStretchesTheRestsUpToALimit() {
        Gate gate = new Gate(OPTIONS);
        gate.slowTo(0.25);

        assertThat(gate.restAfter(20 * MS)).isEqualTo(60 * MS);
        assertThat(gate.restAfter(500 * MS)).isEqualTo(200 * MS);
    }

    @Test
    void anInterruptEndsTheWait() {
        Gate gate = new Gate(OPTIONS);
        gate.close(true);
        Thread.currentThread().interrupt();

        assertThatThrownBy(gate::pass).isInstanceOf(SQLException.class).hasMessageContaining("run it again");
        assertThat(Thread.interrupted()).isTrue();
    }
}
