package io.orgscope.report;

import java.io.Console;

/** Whether standard output is a terminal. */
public final class Terminal {

    private Terminal() {
    }

    /** Whether standard output is a terminal on which a line can be overwritten. */
    public static boolean isThere() {
        Console console = System.console();
        return console != null && interactive(console) && !"dumb".equals(System.getenv("TERM"));
    }

    /** Whether it shows colours too. */
    public static boolean wantsColour() {
        return isThere() && System.getenv("NO_COLOR") == null;
    }

    /**
     * From JDK 22 on there is a console without a terminal too, and a method that tells the difference. Before, there
     * is neither.
     */
    private static boolean interactive(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
