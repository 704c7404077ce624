package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.backfill.throttle.Throttle;
import io.orgscope.postgres.OrgScopeException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Between two batches a worker leaves room for the application")
class ThrottleTest {

    private static final long MS = 1_000_000;

    private static final BackfillOptions OPTIONS = BackfillOptions.defaults().withBatch(Duration.ofMillis(20));

    @Test
    void thePaceAskedForIsKept() {
        assertThat(new Throttle(OPTIONS.pace(), OPTIONS.batch()).restAfter(20 * MS)).isZero();
        assertThat(new Throttle(0.5, OPTIONS.batch()).restAfter(20 * MS)).isEqualTo(20 * MS);
    }

    @Test
    void aBatchThatTookTooLongIsFollowedByARest() {
        assertThat(new Throttle(OPTIONS.pace(), OPTIONS.batch()).restAfter(30 * MS)).isZero();
        assertThat(new Throttle(OPTIONS.pace(), OPTIONS.batch()).restAfter(70 * MS)).isEqualTo(40 * MS);
    }

    @Test
    void aVacuumOfTheTableStretchesTheRestsUpToALimit() {
        Throttle throttle = new Throttle(OPTIONS.pace(), OPTIONS.batch());
        throttle.slowTo(0.25);

        assertThat(throttle.restAfter(20 * MS)).isEqualTo(60 * MS);
        assertThat(throttle.restAfter(500 * MS)).isEqualTo(200 * MS);
    }

    @Test
    void anInterruptEndsTheWait() {
        Throttle throttle = new Throttle(OPTIONS.pace(), OPTIONS.batch());
        throttle.hold(true);
        Thread.currentThread().interrupt();

        assertThatThrownBy(throttle::await).isInstanceOf(OrgScopeException.class).hasMessageContaining("Run update again");
        assertThat(Thread.interrupted()).isTrue();
    }
}
