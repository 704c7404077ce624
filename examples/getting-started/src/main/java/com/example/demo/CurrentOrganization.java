package com.example.demo;

import java.util.Map;
import java.util.Optional;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

@Component
public class CurrentOrganization implements CurrentTenantIdentifierResolver<Long>, HibernatePropertiesCustomizer {

    private final ThreadLocal<Long> current = new ThreadLocal<>();

    public void set(Long organization) {
        current.set(organization);
    }

    /** No organization has the key -1: a user who is not logged in sees nothing. */
    @Override
    public Long resolveCurrentTenantIdentifier() {
        return Optional.ofNullable(current.get()).orElse(-1L);
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
