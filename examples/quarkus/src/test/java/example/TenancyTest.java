package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OldDatabase.class)
class TenancyTest {

    @Inject
    Connections connections;

    @Test
    void eachOrganizationSeesItsOwn() {
        assertEquals(List.of("ann"), connections.handles(1, "mastodon"));
        assertEquals(List.of("bob"), connections.handles(2, "mastodon"));
    }
}
