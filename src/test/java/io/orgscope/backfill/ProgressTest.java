package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.backfill.progress.Progress;
import io.orgscope.backfill.progress.ProgressBar;
import io.orgscope.backfill.progress.ProgressText;
import io.orgscope.postgres.TableName;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static Progress progress(String table, double share, String waitingFor, boolean finished) {
        return new Progress(new TableName("public", table), 250_000, 1_000_000, share, 98_765.4, Duration.ofSeconds(75), 180L << 20, waitingFor, finished);
    }

    @Test
    void aTerminalGetsOneLineThatIsDrawnOver() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProgressBar bar = new ProgressBar(new PrintStream(bytes, true, StandardCharsets.UTF_8), "");

        bar.progress(progress("connections", 0.25, null, false));
        bar.progress(progress("connections", 1, null, true));

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(
                "\r03 [###-------] 25 %, 75 s left, 250,000 rows, 98,765/s, 180 MB WAL: connectio…\u001b[K"
                        + "\r03 [##########] 100 %, done, 250,000 rows, 98,765/s, 180 MB WAL: connections\u001b[K" + System.lineSeparator());
    }

    @Test
    void noLineIsSoLongThatItWraps() {
        assertThat(ProgressBar.line(progress("t".repeat(63), 0.5, "the standby a, 300 MB behind", false), "")).hasSize(79)
                .startsWith("03 [#####-----] 50 %, waiting for the standby a, 300 MB behind, 250,000 rows");
    }

    @Test
    void oneOfManyTablesSaysWhichItIs() {
        assertThat(ProgressText.text(progress("connections", 1, null, true), "table 37 of 301")).startsWith("03 backfill connections (table 37 of 301): 250,000");
        assertThat(ProgressBar.line(progress("connections", 0.25, null, false), "table 37 of 301")).hasSizeLessThanOrEqualTo(79)
                .startsWith("03 table 37 of 301 [###-------] 25 %, 75 s left");
    }

    @Test
    void elsewhereItIsALineThatSaysEverything() {
        List<String> lines = new ArrayList<>();
        ProgressText text = new ProgressText(lines::add, "");

        text.progress(progress("connections", 0.25, null, false));
        text.progress(progress("connections", 1, null, true));

        assertThat(lines).containsExactly("03 backfill connections: 250,000 of 1,000,000 rows (100 %), 98,765 rows/s, 180 MB of WAL, done");
        assertThat(ProgressText.text(progress("connections", 0.25, "the standby a", false), ""))
                .isEqualTo("03 backfill connections: 250,000 of about 1,000,000 rows (25 %), 98,765 rows/s, 180 MB of WAL, 75 s left; waiting for the standby a");
    }
}
