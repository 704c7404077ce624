package io.orgscope.bench;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times Liquibase's change sets by what it tells: each lasts until the next one begins. Those rolled back are not steps. */
final class StepClock implements Consumer<String> {

    private static final Pattern STEP = Pattern.compile("(Running|Rolling Back) Changeset: (\\S+).*", Pattern.DOTALL);

    private final Stage stage;
    private final String backfill;
    private String step;
    private long since;
    private long wal;

    /** @param backfill what the path of the change set that fills the rows has in it */
    StepClock(Stage stage, String backfill) {
        this.stage = stage;
        this.backfill = backfill;
    }

    @Override
    public void accept(String message) {
        Matcher matcher = STEP.matcher(message);
        if (matcher.matches()) {
            next(matcher.group(1).equals("Running") ? matcher.group(2) : null);
        }
    }

    void stop() {
        next(null);
    }

    private void next(String name) {
        long now = System.nanoTime();
        try {
            long bytes = stage.wal();
            if (step != null) {
                stage.step(shortName(step), now - since);
                if (step.contains(backfill)) {
                    stage.backfilled(now - since, bytes - wal);
                }
            }
            wal = bytes;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        step = name;
        since = now;
    }

    private static String shortName(String path) {
        Matcher packaged = Pattern.compile(".*/(\\d\\d-[a-z-]+)\\.yaml::.*").matcher(path);
        return packaged.matches() ? packaged.group(1) : path;
    }
}
