package io.orgscope.report;

/** A colour on a terminal. */
public enum Colour {
    RED("31;1"), YELLOW("33"), GREEN("32"), BLUE("34"), GREY("90"), BOLD("1"), NONE("");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    /** The text in this colour, or without a colour if {@code wanted} is false. */
    public String paint(String text, boolean wanted) {
        return wanted && this != NONE ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
