package io.orgscope.plan;

import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells unique keys that are unique in the world from those that are unique in an organization. A key of the world, a
 * token or an e-mail address, is looked up before anybody knows the organization: scoped, it would find several rows.
 */
final class UniqueAdvisor {

    /** Words that make the whole key unique in the world, whatever stands beside them. */
    private static final Set<String> SECRETS = Set.of("token", "jti", "secret", "nonce", "apikey", "password", "otp");

    /** Words that make a key of one column unique in the world. */
    private static final Set<String> WORLDWIDE = Set.of("email", "mail", "uuid", "guid", "ulid", "username", "login", "slug", "hash", "digest",
            "fingerprint", "checksum", "public", "subdomain", "domain", "hostname", "session", "idempotency", "sha256");

    private final Survey survey;

    UniqueAdvisor(Survey survey) {
        this.survey = survey;
    }

    /** What to do with each unique key of the table that does not hold the organization; the primary key is left alone. */
    List<UniqueAdvice> of(Table table) {
        String own = survey.columnOf(table.name());
        List<UniqueAdvice> all = new ArrayList<>();
        for (Index index : table.indexes()) {
            if (index.unique() && !index.primary() && index.valid() && !index.columns().contains(own)) {
                all.add(advice(table, index, own));
            }
        }
        return List.copyOf(all);
    }

    private UniqueAdvice advice(Table table, Index index, String own) {
        String keep = whyKept(table, index);
        if (keep != null) {
            return new UniqueAdvice(index, false, null, keep);
        }
        String existing = table.indexes().stream().filter(other -> other.unique() && other.valid()
                        && other.predicate() == null && index.predicate() == null
                        && new HashSet<>(other.expressions()).equals(with(index.expressions(), own)))
                .map(Index::name).findFirst().orElse(null);
        return new UniqueAdvice(index, true, existing, whySwapped(table, index));
    }

    private static Set<String> with(List<String> columns, String own) {
        Set<String> all = new HashSet<>(columns);
        all.add(own);
        return all;
    }

    private String whyKept(Table table, Index index) {
        if (index.referencedBy() > 0) {
            return "foreign keys rest on it";
        }
        if (index.replicaIdentity()) {
            return "replication identifies rows by it";
        }
        if (!index.immediate()) {
            return "it is deferrable, and an index that is built concurrently cannot be";
        }
        List<String> keys = index.expressions();
        Optional<String> secret = keys.stream().filter(column -> holds(column, SECRETS)).findFirst();
        if (secret.isPresent()) {
            return secret.get() + " is looked up before the organization is known, and has to be unique everywhere";
        }
        if (keys.size() == 1 && holds(keys.get(0), WORLDWIDE)) {
            return keys.get(0) + " names one row everywhere, as in links, logins and calls from outside";
        }
        return survey.graph().from(table.name()).stream()
                .filter(reference -> reference.declared() && index.columns().containsAll(reference.columns())
                        && !reference.to().equals(table.name()) && survey.carries(reference.to()) && survey.reaching(reference.to()))
                .findFirst()
                .map(reference -> String.join(", ", reference.columns()) + " belongs to one organization already (through "
                        + reference.to() + "), so the organization would add nothing").orElse(null);
    }

    private String whySwapped(Table table, Index index) {
        String columns = String.join(", ", index.expressions());
        return survey.graph().from(table.name()).stream()
                .filter(reference -> index.columns().containsAll(reference.columns())
                        && survey.of(reference.to()) == Standing.SHARED)
                .findFirst()
                .map(reference -> "a row of " + reference.to() + " may belong to several organizations; each may then have its own "
                        + columns)
                .orElse("two organizations may each have the same " + columns);
    }

    /** Whether a key over these columns is unique in the world, going by their names. */
    static boolean worldwide(List<String> keys) {
        return keys.stream().anyMatch(column -> holds(column, SECRETS)) || keys.size() == 1 && holds(keys.get(0), WORLDWIDE);
    }

    private static boolean holds(String column, Set<String> words) {
        return Arrays.stream(Conventions.snake(column).split("[^\\p{L}\\p{N}]+")).anyMatch(words::contains);
    }
}
