package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetResultPage;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchWriteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchWriteResult;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;

/** Batches by the Enhanced Client. */
final class EnhancedBatches {
    private static final Set<String> OF_GET = Set.of("RequestItems", "ReturnConsumedCapacity");
    private static final Set<String> OF_TABLE = Set.of("Keys", "ConsistentRead");
    private static final Set<String> OF_WRITE = Set.of("RequestItems", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics");

    private final Plain plain;
    private final DynamoDbEnhancedClient client;

    EnhancedBatches(Plain plain) {
        this.plain = plain;
        client = DynamoDbEnhancedClient.builder().dynamoDbClient(plain.client()).build();
    }

    /** The Enhanced Client itself asks again for keys that were left unprocessed: each page is a call. */
    ObjectNode get(Step step, JsonNode input) throws Unfit {
        Enhanced.requireOnly(input, "batchGetItem", OF_GET);
        BatchGetItemEnhancedRequest.Builder request = BatchGetItemEnhancedRequest.builder()
            .returnConsumedCapacity(EnhancedItems.text(input, "ReturnConsumedCapacity"));
        List<DynamoDbTable<EnhancedDocument>> tables = new ArrayList<>();
        for (Map.Entry<String, JsonNode> wanted : input.get("RequestItems").properties()) {
            DynamoDbTable<EnhancedDocument> table = new Tables(plain).table(client, wanted.getKey());
            tables.add(table);
            request.addReadBatch(readBatch(table, wanted.getValue()));
        }
        Joined joined = new Joined("Rounds");
        for (BatchGetResultPage page : client.batchGetItem(request.build())) {
            ObjectNode output = output(page, tables);
            if (!step.is("unprocessed")) {
                return output;
            }
            joined.add(output);
        }
        return joined.json();
    }

    private static ReadBatch readBatch(DynamoDbTable<EnhancedDocument> table, JsonNode wanted) throws Unfit {
        Enhanced.requireOnly(wanted, "batchGetItem", OF_TABLE);
        ReadBatch.Builder<EnhancedDocument> batch = ReadBatch.builder(EnhancedDocument.class).mappedTableResource(table);
        for (JsonNode json : wanted.path("Keys")) {
            Key key = Tables.key(table, json);
            batch.addGetItem(request -> request.key(key).consistentRead(EnhancedItems.flag(wanted, "ConsistentRead")));
        }
        return batch.build();
    }

    private static ObjectNode output(BatchGetResultPage page, List<DynamoDbTable<EnhancedDocument>> tables) {
        ObjectNode output = WireWriter.JSON.objectNode();
        ObjectNode responses = output.putObject("Responses");
        boolean complete = true;
        for (DynamoDbTable<EnhancedDocument> table : tables) {
            ArrayNode items = responses.putArray(table.tableName());
            page.resultsForTable(table).forEach(item -> items.add(Documents.wire(item)));
            complete &= page.unprocessedKeysForTable(table).isEmpty();
        }
        if (complete) {
            output.putObject("UnprocessedKeys");
        }
        return withCapacity(output, page.consumedCapacity());
    }

    ObjectNode write(Step step, JsonNode input) throws Unfit {
        Enhanced.requireOnly(input, "batchWriteItem", OF_WRITE);
        List<WriteBatch> batches = new ArrayList<>();
        List<DynamoDbTable<EnhancedDocument>> tables = new ArrayList<>();
        for (Map.Entry<String, JsonNode> wanted : input.get("RequestItems").properties()) {
            DynamoDbTable<EnhancedDocument> table = new Tables(plain).table(client, wanted.getKey());
            tables.add(table);
            batches.add(writeBatch(table, wanted.getValue()));
        }
        Joined joined = new Joined("Rounds");
        do {
            BatchWriteResult result = client.batchWriteItem(BatchWriteItemEnhancedRequest.builder().writeBatches(batches)
                .returnConsumedCapacity(EnhancedItems.text(input, "ReturnConsumedCapacity"))
                .returnItemCollectionMetrics(EnhancedItems.text(input, "ReturnItemCollectionMetrics")).build());
            batches = left(result, tables);
            ObjectNode output = output(result, batches);
            if (!step.is("unprocessed")) {
                return output;
            }
            joined.add(output);
        } while (!batches.isEmpty());
        return joined.json();
    }

    private static WriteBatch writeBatch(DynamoDbTable<EnhancedDocument> table, JsonNode wanted) throws Unfit {
        WriteBatch.Builder<EnhancedDocument> batch = WriteBatch.builder(EnhancedDocument.class).mappedTableResource(table);
        for (JsonNode request : wanted) {
            if (request.has("PutRequest")) {
                batch.addPutItem(Documents.document(request.at("/PutRequest/Item")));
            } else {
                batch.addDeleteItem(Tables.key(table, request.at("/DeleteRequest/Key")));
            }
        }
        return batch.build();
    }

    /** What a call has left unprocessed, as batches of the next one. */
    private static List<WriteBatch> left(BatchWriteResult result, List<DynamoDbTable<EnhancedDocument>> tables) {
        List<WriteBatch> left = new ArrayList<>();
        for (DynamoDbTable<EnhancedDocument> table : tables) {
            List<EnhancedDocument> puts = result.unprocessedPutItemsForTable(table);
            List<Key> deletes = result.unprocessedDeleteItemsForTable(table);
            if (puts.size() + deletes.size() > 0) {
                WriteBatch.Builder<EnhancedDocument> batch = WriteBatch.builder(EnhancedDocument.class).mappedTableResource(table);
                puts.forEach(batch::addPutItem);
                deletes.forEach(batch::addDeleteItem);
                left.add(batch.build());
            }
        }
        return left;
    }

    private static ObjectNode output(BatchWriteResult result, List<WriteBatch> left) {
        ObjectNode output = WireWriter.JSON.objectNode();
        if (left.isEmpty()) {
            output.putObject("UnprocessedItems");
        }
        if (result.itemCollectionMetrics() != null && !result.itemCollectionMetrics().isEmpty()) {
            output.set("ItemCollectionMetrics", WireWriter.node(result.itemCollectionMetrics()));
        }
        return withCapacity(output, result.consumedCapacity());
    }

    private static ObjectNode withCapacity(ObjectNode output, List<?> capacity) {
        if (capacity != null && !capacity.isEmpty()) {
            output.set("ConsumedCapacity", WireWriter.node(capacity));
        }
        return output;
    }
}
