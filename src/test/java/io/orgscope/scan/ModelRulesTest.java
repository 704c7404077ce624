package io.orgscope.scan;

import static io.orgscope.scan.OrganizationRulesTest.scoped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.scan.entity.EntityModel;
import io.orgscope.scan.entity.EntityReader;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities against tables; the entities are real class files, compiled against annotations of the same names. */
@PostgresTest
class ModelRulesTest {

    private static final String ENTITIES = """
            package app;
            import PERSISTENCE.persistence.*;
            import org.hibernate.annotations.TenantId;
            @MappedSuperclass abstract class Owned { @TenantId String organizationId; }
            @MappedSuperclass abstract class Loose { @Column(name = "organization_id") java.util.UUID organization; }
            @Entity class SocialPost extends Owned { @Id Long id; }
            @Entity @Table(name = "goals") class Goal extends Loose { @Id Long id; }
            @Entity(name = "campaign") class CampaignEntity { @Id Long id; @ManyToOne(optional = false) Organization organization; }
            @Entity @Table(name = "notes") class Note { @Id Long id; String text; @Transient String organizationId; }
            @Entity @Table(name = "gone") class Gone { @Id Long id; }
            @Entity @Table(name = "organizations") class Organization { @Id java.util.UUID id; }
            @Entity @Table(name = "assets") @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
            class Asset { @Id Long id; @JoinColumn(name = "organization_id", nullable = false) @ManyToOne Organization owner; }
            @Entity class Picture extends Asset { int width; }
            @Embeddable class Scope { @Column(name = "organization_id", nullable = false) java.util.UUID id; }
            @Entity @Table(name = "tasks") class Task { @Id Long id; @Embedded Scope scope; }
            @Entity @Table(name = "getters") class Getter { java.util.UUID o;
              @Id public Long getId() { return 1L; } @Column(nullable = false) public java.util.UUID getOrganizationId() { return o; } }
            class NoEntity { String organizationId; }
            """;

    /** What several annotations say together, and entities without a table. */
    private static final String COMBINED = """
            package app;
            import PERSISTENCE.persistence.*;
            import org.hibernate.annotations.Subselect;
            @Entity @Table(name = "organizations") class Organization { @Id java.util.UUID id; }
            @Entity @Table(name = "getters") class Getter { private java.util.UUID organizationId; @Id public Long getId() { return 1L; }
              @Column(name = "organization_id", nullable = false) public java.util.UUID getOrganizationId() { return organizationId; } }
            @Entity @Table(name = "notes") class Note { private java.util.UUID organizationId; @Id public Long getId() { return 1L; }
              @Transient public java.util.UUID getOrganizationId() { return organizationId; } }
            @Entity @Table(name = "pairs") class Pair { @Id Long id; @ManyToOne @JoinColumn(name = "organization_id", insertable = false) Organization owner;
              @Column(name = "organization_id", nullable = false) java.util.UUID ownerId; }
            @Entity @Table(name = "readers") class Reader { @Id Long id; @Column(nullable = false, insertable = false) java.util.UUID organizationId; }
            @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) abstract class Root { @Id Long id; @Column(nullable = false) java.util.UUID organizationId; }
            @Entity @Table(name = "leaves") class Leaf extends Root { }
            @Entity @Subselect("SELECT 1") class Summary { @Id Long id; }
            @Embeddable class Key { java.util.UUID key; }
            @Entity @Table(name = "overridden") class Overridden { @Id Long id;
              @Embedded @AttributeOverride(name = "key", column = @Column(name = "organization_id", nullable = false)) Key owner; }
            @Embeddable class Outer { Key inner; }
            @MappedSuperclass abstract class Nesting { Outer outer; }
            @Entity @Table(name = "nested") @AttributeOverrides({ @AttributeOverride(name = "outer.inner.key",
              column = @Column(name = "organization_id", nullable = false)) }) class Nested extends Nesting { @Id Long id; }
            @Entity @Table(name = "visits") class Visit { @Id Long id; @ManyToOne(optional = false) @JoinColumns({
              @JoinColumn(name = "site_id"), @JoinColumn(name = "organization_id") }) Leaf site; }
            @MappedSuperclass abstract class Owned { @Column(nullable = false) java.util.UUID organizationId; }
            @Embeddable class Part extends Owned { int n; }
            @Entity @Table(name = "parts") class Parted { @Id Long id; @Embedded Part part; }
            @MappedSuperclass abstract class Elsewhere { java.util.UUID organizationId; }
            @Entity @Table(name = "letters") class Letter extends Elsewhere { @Id Long id; }
            @Embeddable class Away { java.util.UUID organizationId; }
            @Entity @Table(name = "drafts") class Draft { @Id Long id; @Embedded Away away; }
            @MappedSuperclass abstract class Beyond { java.util.UUID organizationId; }
            @Embeddable class Piece extends Beyond { int n; }
            @Entity @Table(name = "pieces") class Pieced { @Id Long id; Piece piece; }
            @Embeddable class Owner { @ManyToOne(optional = false) Organization owner; }
            @Entity @Table(name = "associated") class Associated { @Id Long id; @Embedded @AssociationOverride(name = "owner",
              joinColumns = @JoinColumn(name = "organization_id", nullable = false)) Owner owner; }
            """;

    private static final Map<String, String> ANNOTATIONS = Map.of("Entity", "String name() default \"\";",
            "Table", "String name() default \"\"; String schema() default \"\";", "Column", "String name() default \"\"; boolean nullable() default true; boolean insertable() default true;",
            "JoinColumn", "String name() default \"\"; boolean nullable() default true; boolean insertable() default true;", "ManyToOne", "boolean optional() default true;",
            "Inheritance", "InheritanceType strategy() default InheritanceType.SINGLE_TABLE;",
            "AttributeOverride", "String name(); Column column();", "AttributeOverrides", "AttributeOverride[] value();", "JoinColumns", "JoinColumn[] value();",
            "AssociationOverride", "String name(); JoinColumn[] joinColumns();");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"jakarta", "javax"})
    void comparesEntitiesWithTables(String persistence, TestDatabase database) throws Exception {
        database.execute(Scans.ORGANIZATIONS + Stream.of("social_post", "goals", "campaign", "notes", "assets", "tasks", "getters")
                .map(OrganizationRulesTest::scoped).reduce("", String::concat));

        List<EntityModel> models = EntityReader.read(compile(persistence));
        ScanReport report = Scans.on(database).models(models).run();

        assertThat(models).extracting(EntityModel::className).containsExactly("app.Asset", "app.CampaignEntity", "app.Getter", "app.Goal",
                "app.Gone", "app.Note", "app.Organization", "app.Picture", "app.SocialPost", "app.Task");
        assertThat(Scans.lines(report)).containsExactly("model-organization-nullable goals app.Goal", "model-organization-unmapped notes app.Note",
                "model-table-missing gone app.Gone");
        assertThat(report.models()).filteredOn(match -> match.table() != null)
                .extracting(match -> match.model().className() + " " + match.table()).contains("app.Picture assets", "app.SocialPost social_post");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jakarta", "javax"})
    void readsWhatAnnotationsSayTogether(String persistence, TestDatabase database) throws Exception {
        database.execute(Scans.ORGANIZATIONS + Stream.of("getters", "notes", "pairs", "readers", "leaves", "overridden", "nested", "visits", "parts", "letters", "drafts", "pieces", "associated")
                .map(OrganizationRulesTest::scoped).reduce("", String::concat));
        Path classes = compile(persistence, COMBINED);
        for (String missing : List.of("Elsewhere", "Away", "Beyond")) {
            Files.delete(classes.resolve("app/" + missing + ".class"));
        }

        List<EntityModel> models = EntityReader.read(classes);

        assertThat(models).extracting(EntityModel::className).doesNotContain("app.Root", "app.Summary").contains("app.Leaf");
        assertThat(models).filteredOn(model -> model.outside() != null).extracting(EntityModel::outside).containsExactly("app.Away", "app.Elsewhere", "app.Beyond");
        assertThat(Scans.lines(Scans.on(database).models(models).run()))
                .containsExactly("model-organization-unmapped notes app.Note", "model-organization-unmapped readers app.Reader");
    }

    @Test
    void readsJarsToo() throws Exception {
        Path classes = compile("jakarta");
        Path jar = directory.resolve("app.jar");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true")); Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = zip.getPath("BOOT-INF/classes/" + classes.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        assertThat(EntityReader.read(jar)).hasSize(10);
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        assertThatThrownBy(() -> EntityReader.read(directory.resolve("nowhere"))).hasMessageContaining("There is no folder or jar");
        Path broken = Files.createDirectory(directory.resolve("broken")).resolve("Broken.class");
        try (OutputStream out = Files.newOutputStream(broken)) {
            out.write(new byte[] {1, 2, 3});
        }
        assertThatThrownBy(() -> EntityReader.read(broken.getParent())).hasMessageContaining("Broken.class is not a class file");
        assertThatThrownBy(() -> EntityReader.read(broken)).hasMessageContaining("Cannot read entity classes");
    }

    @Test
    void entitiesOfGlobalTablesNeedNoOrganization(TestDatabase database) throws Exception {
        database.execute(Scans.ORGANIZATIONS + scoped("goals") + "CREATE TABLE notes (id int PRIMARY KEY)");
        assertThat(Scans.on(database).models(EntityReader.read(compile("jakarta"))).found())
                .contains("model-organization-nullable goals app.Goal", "model-table-missing tasks app.Task")
                .doesNotContain("model-organization-unmapped notes app.Note");
    }

    private Path compile(String persistence) throws IOException {
        return compile(persistence, ENTITIES);
    }

    private Path compile(String persistence, String entities) throws IOException {
        Path sources = directory.resolve(persistence + "-sources");
        Path classes = Files.createDirectories(directory.resolve(persistence + "-classes"));
        List<String> files = new ArrayList<>();
        for (String name : List.of("Entity", "Table", "Column", "JoinColumn", "ManyToOne", "Inheritance", "MappedSuperclass", "Id", "Transient",
                "Embeddable", "Embedded", "AttributeOverride", "AttributeOverrides", "JoinColumns", "AssociationOverride")) {
            files.add(source(sources, persistence + "/persistence/" + name + ".java", "package " + persistence + ".persistence; public @interface " + name
                    + " { " + ANNOTATIONS.getOrDefault(name, "") + " }"));
        }
        files.add(source(sources, persistence + "/persistence/InheritanceType.java",
                "package " + persistence + ".persistence; public enum InheritanceType { SINGLE_TABLE, JOINED, TABLE_PER_CLASS }"));
        files.add(source(sources, "org/hibernate/annotations/TenantId.java", "package org.hibernate.annotations; public @interface TenantId { }"));
        files.add(source(sources, "org/hibernate/annotations/Subselect.java", "package org.hibernate.annotations; public @interface Subselect { String value(); }"));
        files.add(source(sources, "app/Entities.java", entities.replace("PERSISTENCE", persistence)));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
        arguments.addAll(files);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new))).isZero();
        return classes;
    }

    private static String source(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }
}
