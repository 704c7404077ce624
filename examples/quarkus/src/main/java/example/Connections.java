package example;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

@ApplicationScoped
public class Connections {

    @Inject
    EntityManager entities;

    public List<String> handles(long organization, String platform) {
        return entities.createQuery("SELECT c.handle FROM Connection c WHERE c.organizationId = :organization AND c.platform = :platform"
                + " ORDER BY c.handle", String.class).setParameter("organization", organization).setParameter("platform", platform).getResultList();
    }
}
