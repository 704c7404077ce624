package io.orgscope.interleaving;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All orders, or so many of each two and three sessions: its main method, {@code -Dinterleavings.pairs=…},
 * {@code -Dinterleavings.triples=…}, {@code -Dinterleavings.seed=…},
 * {@code -Dinterleavings.only=…} (a regular expression that is found in a combination's name).
 */
final class AllOrders {

    private AllOrders() {
    }

    /** @param arguments the parts to run; none for all of them */
    public static void main(String[] arguments) throws Exception {
        Campaign campaign = new Campaign(Files.createTempDirectory("orgscope-interleavings"), Integer.getInteger("interleavings.pairs", Integer.MAX_VALUE),
                Integer.getInteger("interleavings.triples", Integer.MAX_VALUE), Long.getLong("interleavings.seed", 1),
                Pattern.compile(System.getProperty("interleavings.only", "")).asPredicate(), Map.of());
        campaign.run(arguments.length == 0 ? Campaign.parts() : List.of(arguments));
        System.out.println(campaign.report());
        System.out.println(campaign.failures().entrySet().stream().map(failure -> failure.getKey() + ": " + failure.getValue().order() + failure.getValue().description()).collect(Collectors.joining("\n")));
        System.exit(campaign.failures().isEmpty() ? 0 : 1);
    }
}
