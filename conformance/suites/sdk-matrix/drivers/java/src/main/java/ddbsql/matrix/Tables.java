package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.document.DocumentTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tables of the Enhanced Client, with the keys that the server says they have. */
final class Tables {
    private final Plain plain;

    Tables(Plain plain) {
        this.plain = plain;
    }

    /** Throws Unfit if there is no such table: the Enhanced Client wants to be told its keys. */
    DynamoDbTable<EnhancedDocument> table(DynamoDbEnhancedClient client, String name) throws Unfit {
        JsonNode table;
        try {
            table = plain.call("DescribeTable", WireWriter.JSON.objectNode().put("TableName", name)).path("Table");
        } catch (Refusal unknown) {
            throw new Unfit("the Enhanced Client has to know the keys of a table");
        }
        return client.table(name, schema(table));
    }

    private static DocumentTableSchema schema(JsonNode table) {
        Map<String, AttributeValueType> types = new HashMap<>();
        table.path("AttributeDefinitions").forEach(attribute ->
            types.put(attribute.get("AttributeName").textValue(), AttributeValueType.valueOf(attribute.get("AttributeType").textValue())));
        DocumentTableSchema.Builder schema = DocumentTableSchema.builder().attributeConverterProviders(Documents.PROVIDERS);
        addKeys(schema, TableMetadata.primaryIndexName(), table, types);
        for (String indexes : new String[] {"LocalSecondaryIndexes", "GlobalSecondaryIndexes"}) {
            table.path(indexes).forEach(index -> addKeys(schema, index.get("IndexName").textValue(), index, types));
        }
        return schema.build();
    }

    private static void addKeys(DocumentTableSchema.Builder schema, String index, JsonNode owner, Map<String, AttributeValueType> types) {
        for (JsonNode key : owner.path("KeySchema")) {
            String name = key.get("AttributeName").textValue();
            if (key.get("KeyType").textValue().equals("HASH")) {
                schema.addIndexPartitionKey(index, name, types.get(name));
            } else {
                schema.addIndexSortKey(index, name, types.get(name));
            }
        }
    }

    /** A key of a table from the wire's JSON. Throws Unfit for one with other members than the table's key has. */
    static Key key(DynamoDbTable<EnhancedDocument> table, JsonNode json) throws Unfit {
        TableMetadata metadata = table.tableSchema().tableMetadata();
        Map<String, AttributeValue> values = Documents.values(json);
        if (!values.keySet().equals(Set.copyOf(metadata.primaryKeys()))) {
            throw new Unfit("keys of the Enhanced Client have the table's attributes, no others: not " + json);
        }
        Key.Builder key = Key.builder().partitionValue(values.get(metadata.primaryPartitionKey()));
        metadata.primarySortKey().ifPresent(name -> key.sortValue(values.get(name)));
        return key.build();
    }
}
