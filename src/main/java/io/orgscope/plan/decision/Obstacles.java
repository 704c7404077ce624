package io.orgscope.plan.decision;

import io.orgscope.plan.graph.JoinPath;
import io.orgscope.plan.graph.Reference;
import io.orgscope.plan.graph.ReferenceGraph;
import io.orgscope.plan.survey.PolymorphicPairs;
import io.orgscope.plan.survey.Survey;
import io.orgscope.postgres.Column;
import io.orgscope.postgres.Index;
import io.orgscope.postgres.Table;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Collations;
import io.orgscope.route.UnsupportedTables;
import io.orgscope.spec.YamlElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why a candidate cannot be used as it is: the steps would refuse its route, or it is not known where its first column leads. */
final class Obstacles {

    private final Survey survey;
    private final PolymorphicPairs pairs;
    private final Predicate<TableName> reaches;

    /** @param reaches whether any path leads from a table to an organization */
    Obstacles(Survey survey, PolymorphicPairs pairs, Predicate<TableName> reaches) {
        this.survey = survey;
        this.pairs = pairs;
        this.reaches = reaches;
    }

    /**
     * The first obstacle; null if there is none.
     *
     * @param references those from which the paths start, all from the same columns
     * @param astray     the tables to which some of the references lead and which reach no organization
     */
    String of(TableName table, List<Reference> references, List<JoinPath> paths, List<String> astray) {
        Reference first = references.get(0);
        return Stream.of(unseen(table, paths), parameter(table, paths), generated(table, first, paths), virtual(paths), collations(table, paths),
                        Optional.ofNullable(first.origin() == Reference.Origin.VALUES ? byChance(first) : pairs.obstacle(first, astray)),
                        references.stream().flatMap(reference -> namesake(reference).stream()).findFirst())
                .flatMap(Optional::stream).findFirst().orElse(null);
    }

    /** Steps 00 and 01 refuse such a route. */
    private Optional<String> unseen(TableName table, List<JoinPath> paths) {
        return paths.stream().flatMap(path -> path.steps().stream()).map(JoinPath.Step::table).filter(name -> !name.equals(table))
                .flatMap(name -> survey.catalog().find(name).stream())
                .filter(read -> UnsupportedTables.problemOnRoute(read).isPresent())
                .findFirst().map(read -> "the way reads " + read.name() + ", and no trigger sees all changes of its rows, because "
                        + (read.partitioned() ? "some of its partitions are foreign tables" : "other tables inherit from it")
                        + ". Is there another way?");
    }

    /** In the declaration, a name or a value with a parameter in it would become another one. */
    private static Optional<String> parameter(TableName table, List<JoinPath> paths) {
        return paths.stream().map(path -> path.route(table.schema())).map(route -> route.path() + (route.when() == null ? "" : " when " + route.when()))
                .filter(YamlElement::holdsParameter).findFirst()
                .map(way -> "the way " + way + " holds '${', which a declaration takes for a parameter. Is there another way? If not, rename what has this name");
    }

    /** Steps 00 and 01 refuse a route that starts from a generated column, or whose condition names one. */
    private Optional<String> generated(TableName table, Reference first, List<JoinPath> paths) {
        Stream<String> columns = Stream.concat(paths.stream().flatMap(path -> path.from().stream()),
                first.origin() == Reference.Origin.PAIR ? pairs.typeOf(table, first.columns()).stream() : Stream.empty());
        return columns.filter(name -> survey.catalog().find(table).flatMap(found -> found.column(name)).map(Column::generated).orElse(false))
                .findFirst().map(name -> name + " is a generated column, which PostgreSQL computes after the trigger that fills the row. Is there another"
                        + " way, such as from the columns that it is computed from?");
    }

    /** The same of a route that reads a virtual generated column of another table. */
    private Optional<String> virtual(List<JoinPath> paths) {
        return paths.stream().flatMap(path -> path.steps().stream()).flatMap(step -> survey.catalog().find(step.table()).stream()
                        .flatMap(read -> Stream.concat(step.key().stream(), step.reads().stream()).filter(read::virtual).map(read.name()::column)))
                .findFirst().map(name -> "the way reads " + name + ", a virtual generated column, which PostgreSQL does not compute for a trigger. Is there another way,"
                        + " such as by the columns that it is computed from?");
    }

    /** The same of a route that compares columns with different collations. */
    private Optional<String> collations(TableName table, List<JoinPath> paths) {
        return paths.stream().flatMap(path -> collations(table, path).stream()).findFirst()
                .map(what -> "the way " + what + "; then run orgscope-plan again");
    }

    private Optional<String> collations(TableName table, JoinPath path) {
        Table source = survey.catalog().find(table).orElseThrow();
        List<String> columns = path.from();
        for (JoinPath.Step step : path.steps()) {
            Table target = survey.catalog().find(step.table()).orElseThrow();
            Optional<String> refused = refused(source, columns, target, step.key().isEmpty() ? key(source, columns, target) : step.key());
            if (refused.isPresent()) {
                return refused;
            }
            source = target;
            columns = step.reads();
        }
        Table last = source;
        List<String> answer = columns;
        return survey.catalog().find(survey.organizations().table())
                .flatMap(organizations -> refused(last, answer, organizations, List.of(survey.organizations().key())));
    }

    private static Optional<String> refused(Table source, List<String> columns, Table target, List<String> key) {
        return IntStream.range(0, Math.min(columns.size(), key.size())).boxed().flatMap(i -> source.column(columns.get(i)).stream().flatMap(column ->
                target.column(key.get(i)).flatMap(equal -> Collations.refused(source.name(), column, target.name(), equal)).stream())).findFirst();
    }

    /** The key of a step that names none: the one that the foreign key references, else the primary key. */
    private static List<String> key(Table source, List<String> columns, Table target) {
        return source.foreignKeysOf(columns).stream().filter(key -> key.target().equals(target.name())).findFirst().map(key -> key.targetsOf(columns))
                .or(() -> target.primaryKey().map(Index::columns).filter(key -> key.size() == columns.size())).orElse(List.of());
    }

    /** If all values of a column are keys of a table, it may be by chance, unless the values are random. */
    private String byChance(Reference reference) {
        String column = String.join(", ", reference.columns());
        boolean random = survey.catalog().find(reference.from()).flatMap(table -> table.column(reference.columns().get(0)))
                .map(found -> found.baseType().equals("uuid")).orElse(false);
        String others = survey.graph().from(reference.from()).stream().filter(other -> other.origin() == Reference.Origin.VALUES
                        && other.columns().equals(reference.columns()) && !other.to().equals(reference.to()))
                .map(other -> other.to().toString()).collect(Collectors.joining(", "));
        return random ? null : "no foreign key and no name says where " + column + " leads; all its values are keys of " + reference.to()
                + (others.isEmpty() ? " and of no other table, which may be chance. Does it lead there?"
                : " and also of " + others + ", and each may be chance. Does it lead to " + reference.to() + "?");
    }

    /** The same name in another schema. The own schema of the row comes first, but that is no proof. */
    private Optional<String> namesake(Reference reference) {
        boolean byName = reference.origin() == Reference.Origin.CONVENTION || reference.origin() == Reference.Origin.PAIR;
        Optional<Column> column = survey.catalog().find(reference.from()).flatMap(table -> table.column(reference.columns().get(0)));
        return !byName || column.isEmpty() ? Optional.empty() : survey.graph().namesakes(reference.to()).stream()
                .filter(other -> !other.name().equals(reference.from()) && reaches.test(other.name()) && ReferenceGraph.fits(column.get(), other))
                .findFirst().map(other -> column.get().name() + (reference.when() == null ? "" : " with " + reference.when()) + " may lead to "
                        + qualified(reference.to()) + " or " + qualified(other.name()) + ", and no foreign key says which. Does it lead to "
                        + qualified(reference.to()) + "?");
    }

    private static String qualified(TableName name) {
        return name.schema() + "." + name.name();
    }
}
