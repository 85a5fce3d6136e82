package films;

import java.util.Optional;
import org.testcontainers.utility.DockerImageName;

/** The image that stands where amazon/dynamodb-local stood. */
final class Images {
  static final DockerImageName DDBSQL =
      DockerImageName.parse(Optional.ofNullable(System.getenv("DDBSQL_IMAGE")).orElse("ddbsql"));

  private Images() {}
}
