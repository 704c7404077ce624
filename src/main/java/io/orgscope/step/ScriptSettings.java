package io.orgscope.step;

import io.orgscope.postgres.Literal;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;

/**
 * The settings of the session that runs a script. A timeout of the session would end a backfill early, or leave an
 * INVALID index of a concurrent build. If row security hides rows from this role, a statement has to fail.
 *
 * <p>Change sets of ours that follow one another share them. They are reset before a change set of somebody else.
 */
final class ScriptSettings {

    private static final String SETTINGS = "SET statement_timeout = 0; SET lock_timeout = 0; SET row_security = off;";
    private static final String SET = "-- For this change set and those that follow, until the line with RESET.\n" + SETTINGS;
    private static final String RESET = "RESET statement_timeout; RESET lock_timeout; RESET row_security;";

    /** Fails if the session does not have the settings, for example because a part of the script is run in another session. */
    static final ScriptProcedure CHECK = ScriptProcedure.function("orgscope_check_settings", "", """
            BEGIN
              IF pg_catalog.current_setting('statement_timeout') <> '0' OR pg_catalog.current_setting('lock_timeout') <> '0'
                OR pg_catalog.current_setting('row_security') <> 'off' THEN
                RAISE EXCEPTION USING MESSAGE = 'This session does not have the settings of the script. This statement changed nothing.',
                  HINT = %s;
              END IF;
            END
            """.formatted(Literal.of("Run " + SETTINGS + " Then continue the script with this statement.")));

    private boolean set;
    private Set<String> ran;
    private Map<ChangeSet, ChangeSet> following;

    /** What stands before the statements of a change set. */
    Optional<String> begin() {
        boolean again = set;
        set = true;
        return again ? Optional.empty() : Optional.of(SET);
    }

    /**
     * What stands after the statements of a change set, or in place of them.
     *
     * @param goesOn whether the next change set of the script is ours
     */
    Optional<String> end(boolean goesOn) {
        boolean reset = set && !goesOn;
        set = goesOn && set;
        return reset ? Optional.of(RESET) : Optional.empty();
    }

    /**
     * Whether the next change of the script is certainly ours. What Liquibase leaves out is not known here. So the change
     * set that comes next in the changelog has to be ours and not to have run, and nothing may choose between the two.
     */
    boolean goesOn(Change change, Database database) {
        ChangeSet current = change.getChangeSet();
        if (current == null || current.getChangeLog() == null || !ours(current)) {
            return false;
        }
        ChangeSet next = next(current);
        return change != current.getChanges().get(current.getChanges().size() - 1)
                || next != null && ours(next) && chosenBy(current).equals(chosenBy(next)) && !ran(next, database);
    }

    private ChangeSet next(ChangeSet current) {
        if (following == null) {
            following = new IdentityHashMap<>();
            List<ChangeSet> all = ScriptCommand.all(current);
            for (int i = 1; i < all.size(); i++) {
                following.put(all.get(i - 1), all.get(i));
            }
        }
        return following.get(current);
    }

    private static boolean ours(ChangeSet changeSet) {
        return !changeSet.getChanges().isEmpty() && changeSet.getChanges().stream().allMatch(OrganizationScopeChange.class::isInstance)
                && changeSet.getPreconditions() == null && changeSet.getRunWith() == null;
    }

    /** What Liquibase's filters look at. */
    private static String chosenBy(ChangeSet changeSet) {
        return Stream.of(changeSet.getLabels(), changeSet.getContextFilter(), changeSet.getInheritableLabels(), changeSet.getInheritableContextFilter(),
                changeSet.getDbmsSet(), changeSet.isIgnore(), changeSet.isInheritableIgnore())
                .map(each -> each instanceof Collection<?> many ? many.stream().map(String::valueOf).sorted().toList().toString() : Objects.toString(each, ""))
                .collect(Collectors.joining("\n"));
    }

    private boolean ran(ChangeSet changeSet, Database database) {
        try {
            if (ran == null) {
                ran = database.getRanChangeSetList().stream().map(each -> each.getId() + "\n" + each.getAuthor()).collect(Collectors.toSet());
            }
            return ran.contains(changeSet.getId() + "\n" + changeSet.getAuthor());
        } catch (DatabaseException unknown) {
            return true;
        }
    }
}
