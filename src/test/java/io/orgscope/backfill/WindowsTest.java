package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.backfill.Windows.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every page is in one window")
class WindowsTest {

    @Test
    void oneAfterTheOtherAndTheLastTakesTheRest() {
        Windows windows = new Windows(2400);

        assertThat(windows.claim(1000)).isEqualTo(new Window(0, 1000));
        assertThat(windows.claim(1000)).isEqualTo(new Window(1000, 2400));
        assertThat(windows.claim(1000)).isNull();
    }

    @Test
    void oneThatComesBackIsGivenOutAgain() {
        Windows windows = new Windows(10);
        Window window = windows.claim(1000);
        windows.giveBack(window);

        assertThat(windows.claim(1000)).isEqualTo(window);
        assertThat(windows.claim(1000)).isNull();
    }

    @Test
    void anEmptyTableHasNone() {
        assertThat(new Windows(0).claim(1000)).isNull();
    }
}
