package io.orgscope.index;

import io.orgscope.postgres.OrgScopeException;
import io.orgscope.spec.Routes;
import io.orgscope.step.StepContext;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Old unique indexes that step 09 dropped and that no change set builds again, because their entries were taken out of the declaration. Only the
 * comment of the organization column has their definitions.
 */
public final class LostOldKeys {

    private LostOldKeys() {
    }

    /**
     * Throws if there is one.
     *
     * @param restored the lines of the ledger that other change sets take back
     */
    public static void refuse(StepContext context, List<String> restored) {
        List<String> lost = context.ledger().retiredIndexes().stream()
                .filter(name -> context.ledger().retiredLine(name).noneMatch(restored::contains)).toList();
        if (!lost.isEmpty()) {
            String them = lost.size() == 1 ? "it" : "them";
            throw new OrgScopeException("Step 09 has dropped the unique " + (lost.size() == 1 ? "index " : "indexes ") + String.join(", ", lost) + " of " + context.name()
                    + ", and no entry of the declaration restores " + them + ". A rollback would lose " + them
                    + ". Put back " + listed(lost, name -> "unique: { replaces: " + Routes.quoted(name) + " }")
                    + ", with 'name:' if the entry had one. Then run rollback again. If you do not want " + them + " any more, remove "
                    + listed(lost, name -> "the line [orgscope retired " + name + "]") + " from the comment of " + context.name().column(context.scope().column())
                    + " instead. Nothing was dropped by this step.");
        }
    }

    private static String listed(List<String> names, UnaryOperator<String> text) {
        return names.stream().map(text).collect(Collectors.joining(" and "));
    }
}
