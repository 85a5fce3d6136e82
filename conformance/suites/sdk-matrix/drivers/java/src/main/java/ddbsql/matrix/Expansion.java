package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that a step computes before it runs: variables, repeated texts, lists that count. */
final class Expansion {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, JsonNode> variables;

    /** @param variables by name; later changes of the map count */
    Expansion(Map<String, JsonNode> variables) {
        this.variables = variables;
    }

    /** The value with everything computed. Throws IllegalArgumentException for an unknown variable. */
    JsonNode expand(JsonNode value) {
        if (value.isTextual()) {
            return text(value.textValue());
        } else if (value.isArray()) {
            ArrayNode expanded = WireWriter.JSON.arrayNode();
            value.forEach(element -> expanded.add(expand(element)));
            return expanded;
        } else if (value.has("$repeat")) {
            JsonNode arguments = expand(value.get("$repeat"));
            return TextNode.valueOf(arguments.get(0).textValue().repeat(arguments.get(1).intValue()));
        } else if (value.has("$list")) {
            return list(value.get("$list"));
        } else if (value.isObject()) {
            ObjectNode expanded = WireWriter.JSON.objectNode();
            value.properties().forEach(member -> expanded.set(text(member.getKey()).textValue(), expand(member.getValue())));
            return expanded;
        }
        return value;
    }

    /** A text that is nothing but one variable becomes its value, whatever that is. */
    private JsonNode text(String text) {
        Matcher matcher = VARIABLE.matcher(text);
        if (matcher.matches()) {
            return variable(matcher.group(1));
        }
        return TextNode.valueOf(matcher.reset().replaceAll(found -> Matcher.quoteReplacement(variable(found.group(1)).asText())));
    }

    private JsonNode variable(String name) {
        JsonNode value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no variable is called " + name);
        }
        return value;
    }

    private ArrayNode list(JsonNode arguments) {
        int from = arguments.get("from").intValue();
        int to = arguments.get("to").intValue();
        int stride = from <= to ? 1 : -1;
        Map<String, JsonNode> inner = new HashMap<>(variables);
        ArrayNode list = WireWriter.JSON.arrayNode();
        for (int i = from; i != to + stride; i += stride) {
            inner.put("i", TextNode.valueOf(Integer.toString(i)));
            list.add(new Expansion(inner).expand(arguments.get("of")));
        }
        return list;
    }
}
