package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The SDK's high-level layer: the Enhanced Client with documents. */
final class Enhanced implements Layer {
    private final EnhancedItems items;
    private final EnhancedPages pages;
    private final EnhancedBatches batches;
    private final EnhancedTransactions transactions;

    Enhanced(Plain plain) {
        items = new EnhancedItems(plain);
        pages = new EnhancedPages(plain);
        batches = new EnhancedBatches(plain);
        transactions = new EnhancedTransactions(plain);
    }

    @Override
    public ObjectNode perform(Step step, JsonNode input) throws Refusal, Unfit {
        try {
            return switch (step.operation()) {
                case "PutItem" -> items.put(input);
                case "GetItem" -> items.get(input);
                case "UpdateItem" -> items.update(input);
                case "DeleteItem" -> items.delete(input);
                case "Query" -> pages.query(step, input);
                case "Scan" -> pages.scan(step, input);
                case "BatchGetItem" -> batches.get(step, input);
                case "BatchWriteItem" -> batches.write(step, input);
                case "TransactGetItems" -> transactions.get(input);
                case "TransactWriteItems" -> transactions.write(input);
                default -> throw new Unfit("the Enhanced Client has no " + step.operation());
            };
        } catch (DynamoDbException error) {
            throw Refusal.of(error);
        }
    }

    /** Throws Unfit if the input has other members than those that the Enhanced Client has a place for. */
    static void requireOnly(JsonNode input, String operation, Set<String> members) throws Unfit {
        for (var names = input.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!members.contains(name)) {
                throw new Unfit("the Enhanced Client's " + operation + " has no " + name);
            }
        }
    }
}
