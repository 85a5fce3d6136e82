package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClientExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.DeleteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.DeleteItemEnhancedResponse;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedResponse;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedResponse;
import software.amazon.awssdk.enhanced.dynamodb.model.UpdateItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.UpdateItemEnhancedResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ItemCollectionMetrics;

/** Single items by the Enhanced Client. */
final class EnhancedItems {
    private static final Set<String> OF_WRITES = Set.of(
        "TableName", "Key", "Item", "ConditionExpression", "UpdateExpression", "ExpressionAttributeNames", "ExpressionAttributeValues",
        "ReturnValues", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ReturnValuesOnConditionCheckFailure");
    private static final Set<String> OF_GET = Set.of("TableName", "Key", "ConsistentRead", "ReturnConsumedCapacity");
    private static final Set<String> EXPRESSIONS = Set.of("ConditionExpression", "UpdateExpression");

    private final Plain plain;

    EnhancedItems(Plain plain) {
        this.plain = plain;
    }

    ObjectNode put(JsonNode input) throws Unfit {
        checkWrite("putItem", input);
        PutItemEnhancedResponse<EnhancedDocument> put = table(input).putItemWithResponse(
            PutItemEnhancedRequest.builder(EnhancedDocument.class)
                .item(Documents.document(input.get("Item")))
                .conditionExpression(new Expressions(input).member("ConditionExpression"))
                .returnValues(text(input, "ReturnValues"))
                .returnConsumedCapacity(text(input, "ReturnConsumedCapacity"))
                .returnItemCollectionMetrics(text(input, "ReturnItemCollectionMetrics"))
                .returnValuesOnConditionCheckFailure(text(input, "ReturnValuesOnConditionCheckFailure"))
                .build());
        return output("Attributes", put.attributes(), put.consumedCapacity(), put.itemCollectionMetrics());
    }

    ObjectNode get(JsonNode input) throws Unfit {
        Enhanced.requireOnly(input, "getItem", OF_GET);
        DynamoDbTable<EnhancedDocument> table = table(input);
        GetItemEnhancedRequest request = GetItemEnhancedRequest.builder()
            .key(Tables.key(table, input.get("Key")))
            .consistentRead(flag(input, "ConsistentRead"))
            .returnConsumedCapacity(text(input, "ReturnConsumedCapacity"))
            .build();
        try {
            GetItemEnhancedResponse<EnhancedDocument> got = table.getItemWithResponse(request);
            return output("Item", got.attributes(), got.consumedCapacity(), null);
        } catch (IllegalArgumentException refused) {
            throw new Unfit("documents of the Enhanced Client cannot hold it: " + refused.getMessage());
        }
    }

    ObjectNode update(JsonNode input) throws Unfit {
        checkWrite("updateItem", input);
        Updates updates = new Updates();
        updates.add(input);
        UpdateItemEnhancedResponse<EnhancedDocument> updated = table(input, updates).updateItemWithResponse(
            UpdateItemEnhancedRequest.builder(EnhancedDocument.class)
                .item(Documents.document(input.get("Key")))
                .conditionExpression(new Expressions(input).member("ConditionExpression"))
                .returnValues(input.path("ReturnValues").asText("NONE"))
                .returnConsumedCapacity(text(input, "ReturnConsumedCapacity"))
                .returnItemCollectionMetrics(text(input, "ReturnItemCollectionMetrics"))
                .returnValuesOnConditionCheckFailure(text(input, "ReturnValuesOnConditionCheckFailure"))
                .build());
        return output("Attributes", updated.attributes(), updated.consumedCapacity(), updated.itemCollectionMetrics());
    }

    /** The Enhanced Client always asks for the item deleted; it is shown only if the step has asked for it, too. */
    ObjectNode delete(JsonNode input) throws Unfit {
        checkWrite("deleteItem", input);
        DynamoDbTable<EnhancedDocument> table = table(input);
        DeleteItemEnhancedResponse<EnhancedDocument> deleted = table.deleteItemWithResponse(
            DeleteItemEnhancedRequest.builder()
                .key(Tables.key(table, input.get("Key")))
                .conditionExpression(new Expressions(input).member("ConditionExpression"))
                .returnConsumedCapacity(text(input, "ReturnConsumedCapacity"))
                .returnItemCollectionMetrics(text(input, "ReturnItemCollectionMetrics"))
                .returnValuesOnConditionCheckFailure(text(input, "ReturnValuesOnConditionCheckFailure"))
                .build());
        EnhancedDocument shown = "ALL_OLD".equals(text(input, "ReturnValues")) ? deleted.attributes() : null;
        return output("Attributes", shown, deleted.consumedCapacity(), deleted.itemCollectionMetrics());
    }

    private static void checkWrite(String operation, JsonNode input) throws Unfit {
        Enhanced.requireOnly(input, operation, OF_WRITES);
        new Expressions(input).requireAllUsed(EXPRESSIONS);
    }

    private DynamoDbTable<EnhancedDocument> table(JsonNode input, DynamoDbEnhancedClientExtension... extensions) throws Unfit {
        DynamoDbEnhancedClient client = DynamoDbEnhancedClient.builder().dynamoDbClient(plain.client()).extensions(extensions).build();
        return new Tables(plain).table(client, input.get("TableName").textValue());
    }

    private static ObjectNode output(String name, EnhancedDocument item, ConsumedCapacity capacity, ItemCollectionMetrics metrics) {
        ObjectNode output = WireWriter.JSON.objectNode();
        if (item != null) {
            output.set(name, Documents.wire(item));
        }
        if (capacity != null) {
            output.set("ConsumedCapacity", WireWriter.object(capacity));
        }
        if (metrics != null) {
            output.set("ItemCollectionMetrics", WireWriter.object(metrics));
        }
        return output;
    }

    /** Null if the input has no such member, which the builders take for none. */
    static String text(JsonNode input, String member) {
        return input.path(member).textValue();
    }

    static Boolean flag(JsonNode input, String member) {
        return input.has(member) ? input.get(member).booleanValue() : null;
    }
}
