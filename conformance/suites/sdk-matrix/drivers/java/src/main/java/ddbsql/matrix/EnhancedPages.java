package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.ScanEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Queries and scans by the Enhanced Client. */
final class EnhancedPages {
    private static final Set<String> MEMBERS = Set.of(
        "TableName", "IndexName", "KeyConditionExpression", "FilterExpression", "ProjectionExpression", "ExpressionAttributeNames",
        "ExpressionAttributeValues", "ScanIndexForward", "ExclusiveStartKey", "Limit", "Select", "ConsistentRead",
        "ReturnConsumedCapacity", "Segment", "TotalSegments");
    private static final Set<String> EXPRESSIONS = Set.of("KeyConditionExpression", "FilterExpression", "ProjectionExpression");

    private final Plain plain;

    EnhancedPages(Plain plain) {
        this.plain = plain;
    }

    ObjectNode query(Step step, JsonNode input) throws Unfit {
        DynamoDbTable<EnhancedDocument> table = table("query", input);
        Expressions expressions = new Expressions(input);
        QueryEnhancedRequest.Builder request = QueryEnhancedRequest.builder()
            .queryConditional(new Conditional(expressions.member("KeyConditionExpression")))
            .filterExpression(expressions.member("FilterExpression"))
            .scanIndexForward(EnhancedItems.flag(input, "ScanIndexForward"))
            .exclusiveStartKey(startKey(input))
            .limit(number(input, "Limit"))
            .select(Select.fromValue(EnhancedItems.text(input, "Select")))
            .consistentRead(EnhancedItems.flag(input, "ConsistentRead"))
            .returnConsumedCapacity(EnhancedItems.text(input, "ReturnConsumedCapacity"));
        if (input.has("ProjectionExpression")) {
            request.addNestedAttributesToProject(expressions.projection());
        }
        String index = EnhancedItems.text(input, "IndexName");
        return output(step, index == null ? table.query(request.build()) : table.index(index).query(request.build()));
    }

    ObjectNode scan(Step step, JsonNode input) throws Unfit {
        DynamoDbTable<EnhancedDocument> table = table("scan", input);
        int segments = step.member("segments").asInt();
        if (segments == 0) {
            return output(step, scan(table, input));
        }
        Joined joined = new Joined("Pages");
        for (int segment = 0; segment < segments; segment++) {
            ObjectNode part = input.deepCopy();
            scan(table, part.put("Segment", segment).put("TotalSegments", segments)).forEach(page -> joined.add(output(page)));
        }
        return joined.json();
    }

    private static SdkIterable<Page<EnhancedDocument>> scan(DynamoDbTable<EnhancedDocument> table, JsonNode input) throws Unfit {
        Expressions expressions = new Expressions(input);
        ScanEnhancedRequest.Builder request = ScanEnhancedRequest.builder()
            .filterExpression(expressions.member("FilterExpression"))
            .exclusiveStartKey(startKey(input))
            .limit(number(input, "Limit"))
            .segment(number(input, "Segment"))
            .totalSegments(number(input, "TotalSegments"))
            .select(Select.fromValue(EnhancedItems.text(input, "Select")))
            .consistentRead(EnhancedItems.flag(input, "ConsistentRead"))
            .returnConsumedCapacity(EnhancedItems.text(input, "ReturnConsumedCapacity"));
        if (input.has("ProjectionExpression")) {
            request.addNestedAttributesToProject(expressions.projection());
        }
        String index = EnhancedItems.text(input, "IndexName");
        return index == null ? table.scan(request.build()) : table.index(index).scan(request.build());
    }

    private DynamoDbTable<EnhancedDocument> table(String operation, JsonNode input) throws Unfit {
        Enhanced.requireOnly(input, operation, MEMBERS);
        new Expressions(input).requireAllUsed(EXPRESSIONS);
        DynamoDbEnhancedClient client = DynamoDbEnhancedClient.builder().dynamoDbClient(plain.client()).build();
        DynamoDbTable<EnhancedDocument> table = new Tables(plain).table(client, input.get("TableName").textValue());
        String index = EnhancedItems.text(input, "IndexName");
        if (index != null && table.tableSchema().tableMetadata().indices().stream().noneMatch(known -> known.name().equals(index))) {
            throw new Unfit("the Enhanced Client has to know the keys of an index");
        }
        return table;
    }

    /** The first page, as one call gives it, or with paginate all of them joined. */
    private static ObjectNode output(Step step, SdkIterable<Page<EnhancedDocument>> pages) {
        if (!step.is("paginate")) {
            return output(pages.iterator().next());
        }
        Joined joined = new Joined("Pages");
        pages.forEach(page -> joined.add(output(page)));
        return joined.json();
    }

    private static ObjectNode output(Page<EnhancedDocument> page) {
        ObjectNode output = WireWriter.JSON.objectNode().put("Count", page.count()).put("ScannedCount", page.scannedCount());
        ArrayNode items = WireWriter.JSON.arrayNode();
        page.items().forEach(item -> items.add(Documents.wire(item)));
        // A page of a query that only counts has no items, which cannot be told from one that has found none.
        if (!items.isEmpty() || page.count() == 0) {
            output.set("Items", items);
        }
        if (page.lastEvaluatedKey() != null) {
            output.set("LastEvaluatedKey", WireWriter.node(page.lastEvaluatedKey()));
        }
        if (page.consumedCapacity() != null) {
            output.set("ConsumedCapacity", WireWriter.object(page.consumedCapacity()));
        }
        return output;
    }

    private static Map<String, AttributeValue> startKey(JsonNode input) {
        return input.has("ExclusiveStartKey") ? Documents.values(input.get("ExclusiveStartKey")) : null;
    }

    /** Null if the input has no such member, which the builders take for none. */
    private static Integer number(JsonNode input, String member) {
        return input.has(member) ? input.get(member).intValue() : null;
    }

    /** A key condition as the step has it: QueryConditional is an interface so that there can be others than the library's own. */
    private record Conditional(Expression expression) implements QueryConditional {
        @Override
        public Expression expression(TableSchema<?> schema, String index) {
            return expression;
        }
    }
}
