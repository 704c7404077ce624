package com.example.demo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;

@Entity
@Table(name = "connections")
public class Connection {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @TenantId
    @Column(name = "organization_id", nullable = false)
    Long organizationId;

    @Column(name = "user_id", nullable = false)
    Long userId;

    @Column(nullable = false)
    String platform;

    @Column(nullable = false)
    String handle;
}
