package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.NestedAttributeName;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The expressions of an input, each with those names and values that it uses. */
final class Expressions {
    private final JsonNode input;

    Expressions(JsonNode input) {
        this.input = input;
    }

    /** The expression in a member of the input; null without one, which the builders of the Enhanced Client take for none. */
    Expression member(String name) {
        return input.has(name) ? of(input.get(name).textValue()) : null;
    }

    private Expression of(String text) {
        return Expression.builder()
            .expression(text)
            .expressionNames(unlessEmpty(names(text)))
            .expressionValues(unlessEmpty(values(text)))
            .build();
    }

    /** The Enhanced Client would send an empty map, and the service refuses that. */
    private static <T> Map<String, T> unlessEmpty(Map<String, T> map) {
        return map.isEmpty() ? null : map;
    }

    /** The names that a text uses. */
    Map<String, String> names(String text) {
        Map<String, String> names = new HashMap<>();
        input.path("ExpressionAttributeNames").properties().stream()
            .filter(name -> uses(text, name.getKey()))
            .forEach(name -> names.put(name.getKey(), name.getValue().textValue()));
        return names;
    }

    /** The values that a text uses. */
    Map<String, AttributeValue> values(String text) {
        Map<String, AttributeValue> values = Documents.values(input.path("ExpressionAttributeValues"));
        values.keySet().removeIf(name -> !uses(text, name));
        return values;
    }

    /** Throws Unfit if a name or value is used by none of the members: the Enhanced Client would still send it, this class does not. */
    void requireAllUsed(Set<String> members) throws Unfit {
        String texts = String.join(" ", members.stream().map(member -> input.path(member).asText()).toList());
        for (String declared : new String[] {"ExpressionAttributeNames", "ExpressionAttributeValues"}) {
            for (Map.Entry<String, JsonNode> name : input.path(declared).properties()) {
                if (!uses(texts, name.getKey())) {
                    throw new Unfit("no expression uses " + name.getKey());
                }
            }
        }
    }

    /** The paths of ProjectionExpression, which the input has. Throws Unfit for one with an index: the Enhanced Client cannot say it. */
    List<NestedAttributeName> projection() throws Unfit {
        List<NestedAttributeName> paths = new ArrayList<>();
        for (String path : input.get("ProjectionExpression").textValue().split("\\s*,\\s*")) {
            if (path.contains("[")) {
                throw new Unfit("the Enhanced Client cannot project an element of a list");
            }
            JsonNode names = input.path("ExpressionAttributeNames");
            paths.add(NestedAttributeName.create(Stream.of(path.split("\\.")).map(part -> names.path(part).asText(part)).toList()));
        }
        return paths;
    }

    private static boolean uses(String text, String name) {
        return Pattern.compile(Pattern.quote(name) + "(?![A-Za-z0-9_])").matcher(text).find();
    }
}
