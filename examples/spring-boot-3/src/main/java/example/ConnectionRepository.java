package example;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.transaction.annotation.Transactional;

/** Spring Data begins no transaction for a query that is declared here; without one the database shows no row. */
@Transactional(readOnly = true)
public interface ConnectionRepository extends JpaRepository<Connection, Long> {

    List<Connection> findByPlatformOrderByHandle(String platform);
}
