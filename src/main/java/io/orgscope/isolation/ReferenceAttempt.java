package io.orgscope.isolation;

import io.orgscope.postgres.ForeignKey;
import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.postgres.Sql;
import io.orgscope.reference.SingleReference;
import io.orgscope.spec.IsolatedTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An attempt to make a row of one organization reference a row of another, as a role that only the foreign key can stop. */
final class ReferenceAttempt {

    private final ProofTarget proof;
    private final ForeignKey key;
    private final IsolatedTable target;
    private final List<Integer> others;

    ReferenceAttempt(ProofTarget proof, ForeignKey key, IsolatedTable target) {
        this.proof = proof;
        this.key = key;
        this.target = target;
        this.others = IntStream.range(0, key.columns().size()).filter(i -> !organization(i)).boxed().toList();
    }

    private boolean organization(int i) {
        return key.columns().get(i).equals(proof.scopeColumn()) && key.targetColumns().get(i).equals(target.column());
    }

    /** Why step 11 leaves the foreign key without the organization, so that nothing has to be tried; empty if it does not. */
    Optional<String> staysSingle() throws SQLException {
        if (others.size() < key.columns().size()) {
            return Optional.empty();
        }
        Optional<String> reason = target.composite() ? new SingleReference(key, proof.table(), proof.scopeColumn(), proof.catalog().find(key.target())
                .orElseThrow(), target.column(), proof.connection().getMetaData().getDatabaseMajorVersion()).reason()
                : Optional.of("references: composite is not declared for " + key.target());
        return reason.map(why -> "the foreign key " + key.name() + " (" + key.definition() + ") stays single: " + why);
    }

    /** Whether the foreign key compares the organizations too. */
    boolean carriesOrganization() {
        return key.validated() && others.size() < key.columns().size();
    }

    String cause() {
        return "the foreign key " + key.name() + " (" + key.definition() + ")" + (key.validated() ? "" : " is NOT VALID and")
                + " does not include the organization: declare references: composite, or run update again";
    }

    /** The statement, if the referenced table has a row of another organization. */
    Optional<Attempt> of(ProofRows rows, Attempts attempts) throws SQLException {
        String own = rows.own().organization();
        String columns = others.stream().map(i -> "p." + Identifier.quote(key.targetColumns().get(i)) + "::text").collect(Collectors.joining(", "));
        List<String[]> keys = attempts.session(null, rows.other().organization(), () -> Sql.list(proof.connection(), "SELECT " + columns + " FROM "
                + key.target().sql() + " p WHERE p." + Identifier.quote(target.column()) + " = " + proof.key(rows.other().organization()) + " LIMIT 1",
                row -> IntStream.range(0, others.size()).mapToObj(i -> text(row, i + 1)).toArray(String[]::new)));
        return keys.stream().findFirst().map(values -> new Attempt(null, own, Attempt.Kind.REFERENCE, "UPDATE " + proof.table().name().sql() + " SET "
                + IntStream.range(0, values.length).mapToObj(i -> Identifier.quote(key.columns().get(others.get(i))) + " = " + Literal.of(values[i]))
                        .collect(Collectors.joining(", ")) + " WHERE " + rows.own().key(), List.of(), cause()));
    }

    private static String text(java.sql.ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
