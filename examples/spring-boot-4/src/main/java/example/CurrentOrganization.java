package example;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/** The organization of whoever is logged in; a filter of the web layer would set it. */
@Component
public class CurrentOrganization implements CurrentTenantIdentifierResolver<Long>, HibernatePropertiesCustomizer {

    /** No organization has this key: without a login nothing is seen. */
    private static final Long NOBODY = -1L;

    private final ThreadLocal<Long> current = new ThreadLocal<>();

    public <T> T as(Long organization, Supplier<T> work) {
        current.set(organization);
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }

    /** The key as text; empty without a login. */
    String text() {
        return Optional.ofNullable(current.get()).map(String::valueOf).orElse("");
    }

    @Override
    public Long resolveCurrentTenantIdentifier() {
        return Optional.ofNullable(current.get()).orElse(NOBODY);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    @Override
    public void customize(Map<String, Object> hibernate) {
        hibernate.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, this);
    }
}
