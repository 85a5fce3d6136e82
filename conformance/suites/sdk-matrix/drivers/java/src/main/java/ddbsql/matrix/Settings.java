package ddbsql.matrix;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What the environment tells the driver; FORMAT.md lists the variables. */
record Settings(URI url, String region, String accessKey, String secretKey, String prefix, Path scenario, String layer) {
    /** Throws IllegalStateException if a variable is missing. */
    static Settings fromEnvironment() {
        return new Settings(
            URI.create(variable("CONFORMANCE_URL")),
            variable("CONFORMANCE_REGION"),
            variable("CONFORMANCE_ACCESS_KEY"),
            variable("CONFORMANCE_SECRET_KEY"),
            variable("CONFORMANCE_PREFIX"),
            Path.of(variable("SDK_MATRIX_SCENARIO")),
            variable("SDK_MATRIX_LAYER"));
    }

    /** The address of the proxy that makes a fault; empty if there is none. */
    static Optional<URI> faulty(String fault) {
        return Optional.ofNullable(System.getenv("SDK_MATRIX_" + fault.toUpperCase() + "_URL")).map(URI::create);
    }

    private static String variable(String name) {
        return Optional.ofNullable(System.getenv(name)).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }
}
