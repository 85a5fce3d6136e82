package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.Document;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactDeleteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactGetItemsEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactUpdateItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedResponse;

/** Transactions by the Enhanced Client. */
final class EnhancedTransactions {
    private static final Set<String> EXPRESSIONS = Set.of("ConditionExpression", "UpdateExpression");

    private final Plain plain;

    EnhancedTransactions(Plain plain) {
        this.plain = plain;
    }

    ObjectNode get(JsonNode input) throws Unfit {
        Enhanced.requireOnly(input, "transactGetItems", Set.of("TransactItems"));
        DynamoDbEnhancedClient client = DynamoDbEnhancedClient.builder().dynamoDbClient(plain.client()).build();
        TransactGetItemsEnhancedRequest.Builder request = TransactGetItemsEnhancedRequest.builder();
        List<DynamoDbTable<EnhancedDocument>> tables = new ArrayList<>();
        for (JsonNode action : input.get("TransactItems")) {
            JsonNode get = action.path("Get");
            Enhanced.requireOnly(get, "transactGetItems", Set.of("TableName", "Key"));
            DynamoDbTable<EnhancedDocument> table = new Tables(plain).table(client, get.get("TableName").textValue());
            request.addGetItem(table, Tables.key(table, get.get("Key")));
            tables.add(table);
        }
        ObjectNode output = WireWriter.JSON.objectNode();
        ArrayNode responses = output.putArray("Responses");
        List<Document> found = client.transactGetItems(request.build());
        for (int i = 0; i < found.size(); i++) {
            EnhancedDocument item = found.get(i).getItem(tables.get(i));
            ObjectNode response = responses.addObject();
            if (item != null) {
                response.set("Item", Documents.wire(item));
            }
        }
        return output;
    }

    ObjectNode write(JsonNode input) throws Unfit {
        Enhanced.requireOnly(input, "transactWriteItems",
            Set.of("TransactItems", "ClientRequestToken", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics"));
        Updates updates = updates(input);
        DynamoDbEnhancedClient client = DynamoDbEnhancedClient.builder().dynamoDbClient(plain.client()).extensions(updates).build();
        TransactWriteItemsEnhancedRequest.Builder request = TransactWriteItemsEnhancedRequest.builder()
            .clientRequestToken(EnhancedItems.text(input, "ClientRequestToken"))
            .returnConsumedCapacity(EnhancedItems.text(input, "ReturnConsumedCapacity"))
            .returnItemCollectionMetrics(EnhancedItems.text(input, "ReturnItemCollectionMetrics"));
        for (JsonNode action : input.get("TransactItems")) {
            Map.Entry<String, JsonNode> only = action.properties().iterator().next();
            new Expressions(only.getValue()).requireAllUsed(EXPRESSIONS);
            add(request, new Tables(plain).table(client, only.getValue().get("TableName").textValue()), only.getKey(), only.getValue());
        }
        TransactWriteItemsEnhancedResponse written = client.transactWriteItemsWithResponse(request.build());
        ObjectNode output = WireWriter.JSON.objectNode();
        if (written.consumedCapacity() != null && !written.consumedCapacity().isEmpty()) {
            output.set("ConsumedCapacity", WireWriter.node(written.consumedCapacity()));
        }
        return output;
    }

    private static Updates updates(JsonNode input) throws Unfit {
        Updates updates = new Updates();
        for (JsonNode action : input.get("TransactItems")) {
            if (action.has("Update")) {
                updates.add(action.get("Update"));
            }
        }
        return updates;
    }

    private static void add(
            TransactWriteItemsEnhancedRequest.Builder request, DynamoDbTable<EnhancedDocument> table, String kind, JsonNode action)
            throws Unfit {
        Expression condition = new Expressions(action).member("ConditionExpression");
        String onFailure = EnhancedItems.text(action, "ReturnValuesOnConditionCheckFailure");
        switch (kind) {
            case "Put" -> request.addPutItem(table, TransactPutItemEnhancedRequest.builder(EnhancedDocument.class)
                .item(Documents.document(action.get("Item")))
                .conditionExpression(condition).returnValuesOnConditionCheckFailure(onFailure).build());
            case "Update" -> request.addUpdateItem(table, TransactUpdateItemEnhancedRequest.builder(EnhancedDocument.class)
                .item(Documents.document(action.get("Key")))
                .conditionExpression(condition).returnValuesOnConditionCheckFailure(onFailure).build());
            case "Delete" -> request.addDeleteItem(table, TransactDeleteItemEnhancedRequest.builder()
                .key(Tables.key(table, action.get("Key")))
                .conditionExpression(condition).returnValuesOnConditionCheckFailure(onFailure).build());
            default -> request.addConditionCheck(table, ConditionCheck.builder()
                .key(Tables.key(table, action.get("Key")))
                .conditionExpression(condition).returnValuesOnConditionCheckFailure(onFailure).build());
        }
    }
}
