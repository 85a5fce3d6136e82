package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** A step of the scenario. */
record Step(JsonNode json) {
    String name() {
        return json.path("name").asText();
    }

    String operation() {
        return json.path("operation").asText();
    }

    /** Whether the high-level layer has to perform it when that layer is judged. */
    boolean high() {
        return json.path("high").asBoolean();
    }

    /** A missing node if the member is absent. */
    JsonNode member(String name) {
        return json.path(name);
    }

    /** A member that is true or absent: paginate, unprocessed, shards. */
    boolean is(String name) {
        return json.path(name).asBoolean();
    }

    /** How long the step may be repeated. */
    Duration within() {
        return Duration.ofMillis(Math.round(json.path("within").asDouble() * 1000));
    }
}
