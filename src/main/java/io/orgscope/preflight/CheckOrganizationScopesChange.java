package io.orgscope.preflight;

import io.orgscope.route.ScopedTable;
import io.orgscope.spec.OrgScopeFile;
import io.orgscope.step.Action;
import io.orgscope.step.SeveralTablesChange;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;

/** Step 00, {@code checkOrganizationScopes}: checks a whole declaration against the catalog before anything is changed. */
@DatabaseChange(name = "checkOrganizationScopes", description = "Compares a declaration with the catalog; changes nothing", priority = 1)
public final class CheckOrganizationScopesChange extends SeveralTablesChange {

    private static final String SOURCE = "source";
    private static final String DECLARATION = "declaration";
    private static final String FINGERPRINT = "fingerprint";

    @Override
    protected List<Action> planForward(Target target) {
        return List.of(new Action.Work(live -> new Preflight(declaration(), defaultSchema(target.database()), recordedSteps(target.database()))
                .check(live), List.of()));
    }

    @Override
    protected List<Action> planBack(Target target) {
        return List.of();
    }

    private OrgScopeFile declaration() {
        return OrgScopeFile.parse(settings().get(SOURCE), settings().get(DECLARATION), this::expanded);
    }

    @Override
    protected Collection<ScopedTable> scopes(Database database) {
        return declaration().scopes(defaultSchema(database));
    }

    @Override
    public String getConfirmationMessage() {
        return getSerializedObjectName() + ": " + settings().get(SOURCE);
    }

    @Override
    protected Collection<String> required() {
        return List.of(SOURCE, DECLARATION);
    }

    @Override
    protected void check(Database database) {
        settings().locks();
    }

    /** The checksum is about the content of the declaration, and not about its formatting or its place. */
    @Override
    protected Stream<String> notInChecksum() {
        return Stream.of(SOURCE, DECLARATION);
    }

    @DatabaseChangeProperty(description = "The file of the declaration, for messages", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getSource() {
        return settings().get(SOURCE);
    }

    public void setSource(String value) {
        settings().set(SOURCE, value);
    }

    @DatabaseChangeProperty(description = "The declaration's text", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getDeclaration() {
        return settings().get(DECLARATION);
    }

    public void setDeclaration(String value) {
        settings().set(DECLARATION, value);
    }

    @DatabaseChangeProperty(description = "The declaration in its canonical form", requiredForDatabase = NOT_COMPUTED, supportsDatabase = POSTGRESQL)
    public String getFingerprint() {
        return settings().get(FINGERPRINT);
    }

    public void setFingerprint(String value) {
        settings().set(FINGERPRINT, value);
    }
}
