package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One way of the SDK to speak to a server. */
interface Layer {
    /** Performs a step in its way, with its input expanded, and returns the output in the wire's JSON. */
    ObjectNode perform(Step step, JsonNode input) throws Refusal, Unfit;
}
