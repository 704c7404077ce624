package io.orgscope.report;

import java.io.Console;

/** Whether somebody looks at standard output. */
public final class Terminal {

    private Terminal() {
    }

    /** Whether standard output is a terminal that wants colours. */
    public static boolean wantsColour() {
        Console console = System.console();
        return console != null && interactive(console) && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
    }

    /** From JDK 22 on there is a console without a terminal too, and a method that tells; before, there is neither. */
    private static boolean interactive(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
