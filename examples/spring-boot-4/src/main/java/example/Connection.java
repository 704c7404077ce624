package example;

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
    private Long id;

    /** Hibernate writes it into every new row and puts it into the WHERE of every query. */
    @TenantId
    @Column(name = "organization_id", nullable = false)
    private Long organizationId;

    @Column(name = "user_id", nullable = false)
    private Long userId;

    @Column(nullable = false)
    private String platform;

    @Column(nullable = false)
    private String handle;

    protected Connection() {
    }

    public Connection(Long userId, String platform, String handle) {
        this.userId = userId;
        this.platform = platform;
        this.handle = handle;
    }

    public Long getOrganizationId() {
        return organizationId;
    }

    public String getHandle() {
        return handle;
    }
}
