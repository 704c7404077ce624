package io.orgscope.scan;

import io.orgscope.report.Text;
import io.orgscope.scan.finding.Baseline;
import io.orgscope.scan.finding.DataCheck;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Remedy;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.scan.finding.ScannedTable;
import io.orgscope.scan.finding.TableState;
import io.orgscope.scan.rule.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes the accepted findings, and finds entries of the baseline that accept nothing. */
final class BaselineFilter {

    private static final Set<Rule> OF_DATA = Set.of(Rule.ORGANIZATIONS_EMPTY, Rule.ROWS_WITHOUT_ORGANIZATION,
            Rule.ROWS_OF_UNKNOWN_ORGANIZATION, Rule.REFERENCES_CROSS, Rule.DIFFERS_FROM_ROUTE, Rule.ROWS_WITHOUT_ROUTE,
            Rule.ROUTES_DISAGREE, Rule.CHECK_NOT_RUN);
    private static final Set<Rule> OF_ROLE = Set.of(Rule.ISOLATION_BROKEN, Rule.ISOLATION_NOT_PROVEN);
    private static final Set<Rule> OF_MODELS = Set.of(Rule.MODEL_TABLE_MISSING, Rule.MODEL_COLUMN_UNMAPPED,
            Rule.MODEL_COLUMN_NULLABLE);

    private final Baseline baseline;
    private final List<Finding> left = new ArrayList<>();
    private final List<ScanReport.Accepted> accepted = new ArrayList<>();
    /** What each entry accepted: the names of the objects, empty for the table itself. */
    private final Map<Baseline.Entry, Set<String>> used = new LinkedHashMap<>();

    BaselineFilter(Baseline baseline) {
        this.baseline = baseline;
    }

    void add(Finding finding) {
        baseline.accepted().stream().filter(entry -> entry.matches(finding)).forEach(entry ->
                used.computeIfAbsent(entry, first -> new HashSet<>()).add(finding.object() == null ? "" : finding.object()));
        Optional<Baseline.Entry> entry = baseline.accepts(finding);
        if (entry.isPresent()) {
            accepted.add(new ScanReport.Accepted(finding, entry.get().reason()));
        } else {
            left.add(finding);
        }
    }

    List<Finding> left() {
        return left;
    }

    List<ScanReport.Accepted> accepted() {
        accepted.sort((one, other) -> Finding.ORDER.compare(one.finding(), other.finding()));
        return accepted;
    }

    /**
     * Entries that match nothing or name no reference, without those for what this scan did not check.
     *
     * @param checks the checks of the data; null if the data was not checked
     */
    List<Finding> entries(Context context, ScanOptions options, List<DataCheck> checks) {
        List<Finding> findings = new ArrayList<>();
        for (Baseline.Entry entry : baseline.globals()) {
            ScannedTable table = context.find(entry.table()).orElse(null);
            if (table == null) {
                findings.add(unneeded(entry, "global", "there is no table " + entry.table()));
            } else if (table.state() != TableState.GLOBAL) {
                findings.add(unneeded(entry, "global", "the table " + table.reason()));
            }
        }
        for (Baseline.Entry entry : baseline.accepted()) {
            if (checked(entry.rule(), options) && ofRoles(entry, context, options) && complete(entry, checks)) {
                accepted(entry, notAsked(entry, context, options), findings);
            }
        }
        return findings;
    }

    /** Whether this scan checked the rule. */
    private static boolean checked(Rule rule, ScanOptions options) {
        if (OF_ROLE.contains(rule)) {
            return options.deep() != null && options.role() != null;
        }
        return OF_DATA.contains(rule) ? options.deep() != null : !OF_MODELS.contains(rule) || options.models() != null;
    }

    /**
     * Whether this scan found all that the rule finds for the roles of the application. With {@code --as-role}, a view and a
     * policy of another role are not found. Whether row security binds a role, is asked of the named ones alone.
     */
    private static boolean ofRoles(Baseline.Entry entry, Context context, ScanOptions options) {
        return switch (entry.rule()) {
            case ROW_SECURITY_WIDENED, ROW_SECURITY_BYPASSED -> options.role() == null;
            case ROW_SECURITY_ROLE_NOT_BOUND -> {
                Set<String> asked = asked(entry, context, options);
                yield entry.objects().isEmpty() || entry.objects().contains(Baseline.ANY)
                        ? !asked.isEmpty() && asked.containsAll(declared(entry, context)) : !Collections.disjoint(asked, entry.objects());
            }
            default -> true;
        };
    }

    /** The roles in an entry of which this scan did not ask whether row security binds them. */
    private static Set<String> notAsked(Baseline.Entry entry, Context context, ScanOptions options) {
        Set<String> names = new HashSet<>(entry.rule() == Rule.ROW_SECURITY_ROLE_NOT_BOUND ? entry.objects() : Set.of());
        names.remove(Baseline.ANY);
        names.removeAll(asked(entry, context, options));
        return names;
    }

    private static Set<String> asked(Baseline.Entry entry, Context context, ScanOptions options) {
        return options.role() != null ? Set.of(options.role()) : declared(entry, context);
    }

    private static Set<String> declared(Baseline.Entry entry, Context context) {
        return context.declared().entrySet().stream().filter(declared -> entry.table() == null || entry.table().equals(declared.getKey()))
                .map(declared -> declared.getValue().isolation().rows()).filter(Objects::nonNull).flatMap(rows -> rows.roles().stream())
                .collect(Collectors.toSet());
    }

    /** Whether every check that could have found what the entry accepts read every row. */
    private boolean complete(Baseline.Entry entry, List<DataCheck> checks) {
        boolean notProven = entry.rule() == Rule.ISOLATION_BROKEN && Stream.concat(left.stream(), accepted.stream().map(ScanReport.Accepted::finding))
                .anyMatch(finding -> finding.rule() == Rule.ISOLATION_NOT_PROVEN && (entry.table() == null || entry.table().equals(finding.table())));
        return !notProven && (checks == null || checks.stream().allMatch(check -> check.complete() || !entry.about(check)));
    }

    private void accepted(Baseline.Entry entry, Set<String> notAsked, List<Finding> findings) {
        List<Finding> about = left.stream().filter(finding -> entry.incomplete() && entry.about(finding)).toList();
        Set<String> unused = new LinkedHashSet<>(entry.objects());
        unused.remove(Baseline.ANY);
        unused.removeAll(used.getOrDefault(entry, Set.of()));
        unused.removeAll(notAsked);
        if (!about.isEmpty()) {
            findings.add(incomplete(entry, about));
        } else if (!used.containsKey(entry) && notAsked.isEmpty()) {
            findings.add(unneeded(entry, "accepted", "there is no finding that it could accept"));
        } else if (!unused.isEmpty()) {
            findings.add(unneeded(entry, "accepted", "there is no finding for " + String.join(", ", unused)));
        }
    }

    private static Finding incomplete(Baseline.Entry entry, List<Finding> about) {
        String names = about.stream().map(Finding::object).map(Text::yaml).collect(Collectors.joining(", "));
        return Finding.of(Rule.BASELINE_INCOMPLETE, entry.table(), "accepted:" + entry.rule().id(), "The entry in line " + entry.line()
                + " under accepted (" + entry.rule().id() + " " + entry.table() + ") accepts nothing: it does not say which references.",
                Remedy.baseline("Add the references that you have checked to the entry; object: \"*\" accepts all, also future ones",
                        "object: [" + names + "]\n"));
    }

    private Finding unneeded(Baseline.Entry entry, String list, String why) {
        String what = (entry.rule() == null ? "" : entry.rule().id() + " ") + (entry.table() == null ? "for all tables" : entry.table());
        return Finding.of(Rule.BASELINE_UNNEEDED, entry.table(), list + ":" + (entry.rule() == null ? "" : entry.rule().id() + ":")
                        + String.join(",", entry.objects()),
                "The entry in line " + entry.line() + " under " + list + " (" + what + ") is not needed: " + why + ".",
                Remedy.advice("Delete the entry from " + baseline.source() + "."));
    }
}
