package io.orgscope.plan.advice;

import io.orgscope.plan.graph.TypeColumns;
import io.orgscope.plan.name.Conventions;
import io.orgscope.plan.survey.ScopingStatus;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.spec.YamlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whether a unique key is unique in the world or within an organization. A key that is unique in the world,
 * such as a token or an e-mail address, is used to find a row before the organization is known. If such a key were
 * scoped, it would find several rows.
 */
public final class UniqueAdvisor {

    /** Words that make the whole key unique in the world, whatever is beside them. */
    private static final Set<String> SECRETS = Set.of("token", "jti", "secret", "nonce", "apikey", "password", "otp");

    /** Words that make a key of one column unique in the world. */
    private static final Set<String> WORLDWIDE = Set.of("email", "mail", "uuid", "guid", "ulid", "username", "login", "slug", "hash", "digest",
            "fingerprint", "checksum", "public", "subdomain", "domain", "hostname", "session", "idempotency", "sha256");

    private static final Pattern SECRET_NAMES = Pattern.compile("(api|access|private|secret|license|signing|encryption)_?keys?");

    /** Tables of secrets, and the columns with the secret itself. */
    private static final Set<String> HOLDERS = Set.of("token", "tokens", "secret", "secrets", "session", "sessions", "password", "passwords",
            "otp", "otps", "credential", "credentials", "apikeys", "invitation", "invitations", "invite", "invites", "webhook", "webhooks");
    private static final Set<String> VALUES = Set.of("value", "key", "code", "prefix", "uid", "identifier", "lookup", "signature");

    private static final String BTREE = " USING btree (";

    private final Survey survey;

    public UniqueAdvisor(Survey survey) {
        this.survey = survey;
    }

    /** What to do with each unique key of the table that does not include the organization. The primary key stays. */
    public List<UniqueAdvice> of(Table table) {
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
        String existing = table.indexes().stream().filter(other -> scoped(other, index, own)).map(Index::name)
                .filter(name -> !YamlElement.holdsParameter(name)).findFirst().orElse(null);
        return new UniqueAdvice(index, true, existing, whySwapped(table, index));
    }

    /** Whether it is what step 06 would build for the other one: the same with the organization as its first column. Only then the step adopts it. */
    private static boolean scoped(Index one, Index other, String own) {
        return one.unique() && one.ledBy(own) && other.predicate() == null && one.definition().endsWith(BTREE + one.expressions().get(0) + ", "
                + other.definition().substring(other.definition().lastIndexOf(BTREE) + BTREE.length()));
    }

    private String whyKept(Table table, Index index) {
        Optional<String> kept = whyKept(survey.catalog(), table, index);
        if (kept.isPresent()) {
            return kept.get();
        }
        Optional<String> secret = index.expressions().stream().filter(column -> secret(table, column)).findFirst();
        if (secret.isPresent()) {
            return secret.get() + " is looked up before the organization is known, and has to be unique everywhere";
        }
        if (worldwide(table, index)) {
            return index.expressions().get(0) + " names one row everywhere, as in links, logins and calls from outside";
        }
        Optional<String> pair = pair(table, index);
        if (pair.isPresent()) {
            return pair.get() + " is a reference to one row of another table, which belongs to one organization already";
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
                        && survey.status(reference.to()) == ScopingStatus.SHARED)
                .findFirst()
                .map(reference -> "a row of " + reference.to() + " may belong to several organizations; each may then have its own "
                        + columns)
                .orElse("two organizations may each have the same " + columns);
    }

    /** Why step 06 cannot replace a unique key, or no declaration can name it; empty if it can. */
    public static Optional<String> whyKept(Catalog catalog, Table table, Index index) {
        return catalog.whyKept(table, index).or(() -> Optional.of("its name holds '${', which a declaration takes for a parameter; rename it to have it replaced")
                .filter(why -> YamlElement.holdsParameter(index.name())));
    }

    /** Whether a key is unique in the world, judged by names. */
    public static boolean worldwide(Table table, Index index) {
        List<String> keys = index.expressions();
        return keys.stream().anyMatch(column -> secret(table, column)) || keys.size() == 1 && holds(keys.get(0), WORLDWIDE);
    }

    /** A pair of type and key in the unique key. */
    public static Optional<String> pair(Table table, Index index) {
        return index.columns().stream().flatMap(name -> table.column(name).stream())
                .filter(key -> TypeColumns.named(table, key).map(type -> index.columns().contains(type.name())).orElse(false))
                .findFirst().map(key -> TypeColumns.named(table, key).orElseThrow().name() + ", " + key.name());
    }

    /** Whether a column is a secret that gives access: by its name, or as the value of a table with such a name. */
    private static boolean secret(Table table, String column) {
        return holds(column, SECRETS) || SECRET_NAMES.matcher(Conventions.snake(column)).find()
                || holds(column, VALUES) && (holds(table.name().name(), HOLDERS) || SECRET_NAMES.matcher(Conventions.snake(table.name().name())).find());
    }

    private static boolean holds(String column, Set<String> words) {
        return Arrays.stream(Conventions.snake(column).split("[^\\p{L}\\p{N}]+")).anyMatch(words::contains);
    }
}
