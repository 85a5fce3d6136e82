package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Outputs of several calls joined to one: lists are continued, counts summed, and the calls counted. */
final class Joined {
    private static final Set<String> LISTS = Set.of("Items", "TableNames");
    private static final Set<String> COUNTS = Set.of("Count", "ScannedCount");

    private final ObjectNode json = WireWriter.JSON.objectNode();
    private final String calls;

    /** @param calls name of the member that counts the calls: Pages, Rounds */
    Joined(String calls) {
        this.calls = calls;
        json.put(calls, 0);
        if (calls.equals("Rounds")) {
            json.putObject("Responses");
        }
    }

    void add(JsonNode output) {
        sum(calls, 1);
        for (Map.Entry<String, JsonNode> member : output.properties()) {
            if (LISTS.contains(member.getKey())) {
                extend(json, member.getKey(), member.getValue());
            } else if (COUNTS.contains(member.getKey())) {
                sum(member.getKey(), member.getValue().intValue());
            }
        }
        for (Map.Entry<String, JsonNode> table : output.path("Responses").properties()) {
            extend((ObjectNode) json.get("Responses"), table.getKey(), table.getValue());
        }
    }

    ObjectNode json() {
        return json;
    }

    private void sum(String name, int count) {
        json.put(name, json.path(name).asInt() + count);
    }

    private static void extend(ObjectNode object, String name, JsonNode elements) {
        elements.forEach(object.withArray("/" + escaped(name))::add);
    }

    /** A member's name as a part of a JSON pointer. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
