package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbExtensionContext;
import software.amazon.awssdk.enhanced.dynamodb.extensions.WriteModification;
import software.amazon.awssdk.enhanced.dynamodb.update.AddAction;
import software.amazon.awssdk.enhanced.dynamodb.update.DeleteAction;
import software.amazon.awssdk.enhanced.dynamodb.update.RemoveAction;
import software.amazon.awssdk.enhanced.dynamodb.update.SetAction;
import software.amazon.awssdk.enhanced.dynamodb.update.UpdateAction;
import software.amazon.awssdk.enhanced.dynamodb.update.UpdateExpression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An extension of the Enhanced Client that gives updates of an item their actions: requests themselves can only set attributes. */
final class Updates implements DynamoDbEnhancedClientExtension {
    private static final Pattern CLAUSE = Pattern.compile("(?i)\\b(SET|REMOVE|ADD|DELETE)\\s");
    private static final Pattern COMMA_BETWEEN_ACTIONS = Pattern.compile("\\s*,\\s*(?![^(]*\\))");

    /** By table and key. */
    private final Map<List<Object>, UpdateExpression> expressions = new HashMap<>();

    /** Takes the update of one item from an input with TableName, Key and UpdateExpression. */
    void add(JsonNode input) throws Unfit {
        UpdateExpression expression = expression(new Expressions(input), input.path("UpdateExpression").asText());
        expressions.put(List.of(input.get("TableName").textValue(), Documents.values(input.get("Key"))), expression);
    }

    @Override
    public WriteModification beforeWrite(DynamoDbExtensionContext.BeforeWrite write) {
        Map<String, AttributeValue> key = write.items();
        UpdateExpression expression = expressions.get(List.of(write.operationContext().tableName(), key));
        return WriteModification.builder().updateExpression(expression).build();
    }

    /** Takes an expression's text apart into actions. */
    private static UpdateExpression expression(Expressions expressions, String text) throws Unfit {
        Matcher clause = CLAUSE.matcher(text);
        List<UpdateAction> actions = new ArrayList<>();
        boolean found = clause.find();
        if (!found || clause.start() > 0) {
            throw new Unfit("the Enhanced Client makes update expressions of actions: not " + text);
        }
        while (found) {
            String kind = clause.group(1).toUpperCase();
            int start = clause.end();
            found = clause.find();
            for (String action : COMMA_BETWEEN_ACTIONS.split(text.substring(start, found ? clause.start() : text.length()).strip())) {
                actions.add(action(expressions, kind, action));
            }
        }
        return UpdateExpression.builder().actions(actions).build();
    }

    private static UpdateAction action(Expressions expressions, String kind, String text) throws Unfit {
        String[] parts = text.split(kind.equals("SET") ? "\\s*=\\s*" : "\\s+", 2);
        if (parts.length < (kind.equals("REMOVE") ? 1 : 2) || text.contains("==")) {
            throw new Unfit("not an action of the Enhanced Client: " + kind + " " + text);
        }
        Map<String, String> names = expressions.names(text);
        Map<String, AttributeValue> values = expressions.values(text);
        return switch (kind) {
            case "SET" -> SetAction.builder().path(parts[0]).value(parts[1]).expressionNames(names).expressionValues(values).build();
            case "ADD" -> AddAction.builder().path(parts[0]).value(parts[1]).expressionNames(names).expressionValues(values).build();
            case "DELETE" -> DeleteAction.builder().path(parts[0]).value(parts[1]).expressionNames(names).expressionValues(values).build();
            default -> RemoveAction.builder().path(text).expressionNames(names).build();
        };
    }
}
