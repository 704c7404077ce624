package io.orgscope.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A table of a report, for a terminal and for Markdown. Each cell stays one cell, whatever it contains. */
public final class ReportTable {

    /** The content of a cell, and its colour on a terminal. */
    public record Cell(String text, Colour colour) {
    }

    private final List<String> headings;
    private final Set<Integer> right = new HashSet<>();
    private final Set<Integer> code = new HashSet<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    public ReportTable(String... headings) {
        this.headings = List.of(headings);
    }

    /** Aligns columns, counted from 0, to the right: numbers. */
    public ReportTable right(Integer... columns) {
        right.addAll(Arrays.asList(columns));
        return this;
    }

    /** Shows columns, counted from 0, as code in Markdown: names. */
    public ReportTable code(Integer... columns) {
        code.addAll(Arrays.asList(columns));
        return this;
    }

    /** Adds a row with a cell for each heading: a {@link Cell}, or an object whose {@code toString} is the text. */
    public ReportTable row(Object... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(headings.size() + " cells needed, not " + cells.length);
        }
        rows.add(Arrays.stream(cells)
                .map(cell -> cell instanceof Cell c ? c : new Cell(String.valueOf(cell), Colour.NONE)).toList());
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** For a terminal: columns as wide as needed, two spaces between them, no line wider than {@link LineWidth#COLUMNS}. */
    public String toText(boolean colour) {
        int[] widths = widths();
        StringBuilder out = new StringBuilder();
        lines(out, headings.stream().map(heading -> new Cell(heading, Colour.BOLD)).toList(), widths, colour);
        lines(out, Arrays.stream(widths).mapToObj(width -> new Cell("-".repeat(width), Colour.GREY)).toList(), widths, colour);
        rows.forEach(row -> lines(out, row, widths, colour));
        return out.toString();
    }

    /** Each column is as wide as its widest cell. If that is too much, the widest columns get one smaller width. */
    private int[] widths() {
        int[] widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(headings.get(i).length(),
                    rows.stream().mapToInt(row -> LineWidth.of(Text.line(row.get(column).text()))).max().orElse(0));
        }
        int room = LineWidth.COLUMNS - 2 * (widths.length - 1);
        int widest = Arrays.stream(widths).max().orElse(0);
        while (Arrays.stream(widths).sum() > room) {
            widest--;
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.min(widths[i], widest);
            }
        }
        return widths;
    }

    private void lines(StringBuilder out, List<Cell> row, int[] widths, boolean colour) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(LineWidth.wrap(Text.line(row.get(i).text()), widths[i]));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int at = 0; at < height; at++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String text = at < cells.get(i).size() ? cells.get(i).get(at) : "";
                String padding = " ".repeat(Math.max(0, widths[i] - LineWidth.of(text)));
                String painted = text.isEmpty() ? "" : row.get(i).colour().paint(text, colour);
                line.append(i == 0 ? "" : "  ").append(right.contains(i) ? padding + painted : painted + padding);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    /** For Markdown, as GitHub reads it. */
    public String toMarkdown() {
        StringBuilder out = new StringBuilder("| " + String.join(" | ", headings) + " |\n|");
        for (int i = 0; i < headings.size(); i++) {
            out.append(right.contains(i) ? "---:|" : "---|");
        }
        out.append('\n');
        for (List<Cell> row : rows) {
            out.append('|');
            for (int i = 0; i < row.size(); i++) {
                String text = row.get(i).text();
                out.append(' ').append(code.contains(i) && !text.isEmpty()
                        ? Text.markdownCode(text).replace("|", "\\|") : Text.markdown(text)).append(" |");
            }
            out.append('\n');
        }
        return out.toString();
    }
}
