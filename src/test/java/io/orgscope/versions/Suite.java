package io.orgscope.versions;

import java.io.PrintWriter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the tests in this JVM, on whatever is on its class path. Its last line says how many passed and how many did not. */
public final class Suite {

    static final String ALL = "all";

    private Suite() {
    }

    /** @param arguments a tag, or "all" */
    public static void main(String[] arguments) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectPackage("io.orgscope"))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false");
        if (!arguments[0].equals(ALL)) {
            request.filters(TagFilter.includeTags(arguments[0]));
        }
        TestExecutionSummary summary = run(request.build());
        summary.printFailuresTo(new PrintWriter(System.out), 30);
        System.out.println(summary.getTestsSucceededCount() + " " + summary.getTotalFailureCount());
        System.exit(0);
    }

    private static TestExecutionSummary run(LauncherDiscoveryRequest request) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
