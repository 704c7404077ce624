package io.orgscope.bench;

import java.util.List;
import java.util.Locale;

/** Stalls over time, one line a contender, on logarithmic axes: one is milliseconds, another minutes. */
final class StallPicture {

    private static final List<String> COLORS =
            List.of("#888888", "#0b6e4f", "#08a045", "#c1121f", "#e07a1f", "#3a5ba0", "#8e44ad", "#00838f", "#6d4c41");

    private static final int WIDTH = 960;
    private static final int HEIGHT = 480;
    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final int PLOT_WIDTH = 620;
    private static final int PLOT_HEIGHT = 390;
    private static final double LEAST_MILLIS = 1;
    private static final double MOST_MILLIS = 1_000_000;

    private final StringBuilder svg = new StringBuilder();
    private final Results results;
    private final int rows;
    private final double seconds;

    private StallPicture(Results results, int rows) {
        this.results = results;
        this.rows = rows;
        this.seconds = names().stream().mapToDouble(name -> results.typical(rows, name).orElseThrow().stalls().length / 10.0)
                .max().orElse(1);
    }

    static String draw(Results results, int rows) {
        return new StallPicture(results, rows).draw();
    }

    private List<String> names() {
        return results.contenders(rows).stream()
                .filter(name -> !name.equals(Targets.UPDATE) && !name.equals(Targets.NAMED) && !name.endsWith("pauses"))
                .filter(name -> results.typical(rows, name).isPresent()).toList();
    }

    private String draw() {
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                <text x="%d" y="22" font-size="14">%,d rows: the longest wait of any application statement, by the time at which it was due</text>
                """.formatted(WIDTH, HEIGHT, LEFT, rows));
        axes();
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            line(names.get(i), COLORS.get(i % COLORS.size()), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes() {
        for (double millis = LEAST_MILLIS; millis <= MOST_MILLIS; millis *= 10) {
            String label = millis < 1000 ? (int) millis + " ms" : (int) (millis / 1000) + " s";
            svg.append(format("<path d=\"M%.1f %.1f h%d\" stroke=\"#ddd\"/>%n", (double) LEFT, y(millis), PLOT_WIDTH));
            svg.append(format("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", LEFT - 6, y(millis) + 4, label));
        }
        for (double at = 1; at <= seconds * 1.001; at *= at * 3 > seconds && at * 2 <= seconds ? 2 : 3) {
            svg.append(format("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f s</text>%n", x(at), TOP + PLOT_HEIGHT + 18, at));
            svg.append(format("<path d=\"M%.1f %d v%d\" stroke=\"#eee\"/>%n", x(at), TOP, PLOT_HEIGHT));
        }
    }

    private void line(String name, String color, int number) {
        double[] stalls = results.typical(rows, name).orElseThrow().stalls();
        StringBuilder path = new StringBuilder();
        double lastX = Double.NaN;
        double most = 0;
        for (int slot = 0; slot < stalls.length; slot++) {
            most = Math.max(most, stalls[slot]);
            double x = x((slot + 1) / 10.0);
            // Several slots on one point of the picture: it shows the worst of them.
            if (Double.isNaN(lastX) || x - lastX >= 1.5 || slot == stalls.length - 1) {
                path.append(format("%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y(Math.max(LEAST_MILLIS, most))));
                lastX = x;
                most = 0;
            }
        }
        svg.append(format("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.4\"/>%n", path, color));
        int y = TOP + 14 + number * 34;
        svg.append(format("<rect x=\"%d\" y=\"%d\" width=\"18\" height=\"3\" fill=\"%s\"/>%n", LEFT + PLOT_WIDTH + 16, y - 5, color));
        svg.append(format("<text x=\"%d\" y=\"%d\">%s</text>%n", LEFT + PLOT_WIDTH + 40, y, name));
        svg.append(format("<text x=\"%d\" y=\"%d\" fill=\"#666\">longest %,.0f ms</text>%n", LEFT + PLOT_WIDTH + 40, y + 14,
                results.median(rows, name, Measure.LONGEST_STALL)));
    }

    private double x(double at) {
        return LEFT + PLOT_WIDTH * Math.log10(1 + at) / Math.log10(1 + seconds);
    }

    private static double y(double millis) {
        return TOP + PLOT_HEIGHT * (1 - Math.log10(millis / LEAST_MILLIS) / Math.log10(MOST_MILLIS / LEAST_MILLIS));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
