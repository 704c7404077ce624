package io.orgscope.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a class or a method: parameters of type {@link TestDatabase} get a fresh database, dropped when the test ends.
 *
 * <p>Within one test, {@code @BeforeEach}, the test and {@code @AfterEach} see the same one. A database that
 * {@code @BeforeAll} asks for is shared by the whole class.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(TestDatabaseResolver.class)
public @interface PostgresTest {
}
