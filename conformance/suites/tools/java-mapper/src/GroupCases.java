import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBScanExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.TransactionLoadRequest;
import com.amazonaws.services.dynamodbv2.datamodeling.TransactionWriteRequest;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.DeleteTableRequest;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import com.amazonaws.services.dynamodbv2.util.TableUtils;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Several items of several tables in one request; then the tables go. */
final class GroupCases {
    private final Store store;

    private GroupCases(Store store) {
        this.store = store;
    }

    static void add(Story story, Store store) {
        GroupCases cases = new GroupCases(store);
        story.add("batchLoad reads from two tables, the missing keys left out", "BatchGetItem", cases::batchLoad);
        story.add("batchWrite saves and deletes", "BatchWriteItem", cases::batchWrite);
        story.add("transactionWrite puts, updates, deletes and checks", "TransactWriteItems", cases::transactionWrite);
        story.add("transactionWrite is cancelled as a whole, with a reason for each part", "TransactWriteItems",
                cases::transactionCancelled);
        story.add("transactionLoad reads from two tables", "TransactGetItems", cases::transactionLoad);
        story.add("batchDelete removes what a query found", "BatchWriteItem", cases::batchDelete);
        story.add("deleteTableIfExists removes the table", "DeleteTable", cases::deleteTable);
    }

    private void batchLoad() {
        store.mapper.batchSave(item(1), item(2));
        Map<String, List<Object>> found = store.mapper.batchLoad(
                List.of(item(1), item(2), item(3), new Reply("thread", "2015-03", null, null)));
        Story.equal(found.values().stream().mapToInt(List::size).sorted().boxed().toList(), List.of(1, 2));
    }

    private void batchWrite() {
        Story.equal(store.mapper.batchWrite(List.of(item(4)), List.of(item(2))), List.of());
        Story.equal(store.mapper.load(CatalogItem.class, 2), null);
        Story.equal(store.mapper.load(CatalogItem.class, 4).getTitle(), "Book 4");
    }

    private void transactionWrite() {
        CatalogItem four = store.mapper.load(CatalogItem.class, 4);
        four.setPrice(BigDecimal.TEN);
        store.mapper.transactionWrite(new TransactionWriteRequest()
                .addPut(item(5))
                .addUpdate(four)
                .addDelete(new Reply("thread", "2015-00", null, null))
                .addConditionCheck(new Reply("thread", "2015-01", null, null), where("PostedBy = :user", "User B")));
        Story.equal(store.mapper.load(CatalogItem.class, 5).getTitle(), "Book 5");
        Story.equal(store.mapper.load(CatalogItem.class, 4).getPrice(), BigDecimal.TEN);
        Story.equal(store.mapper.load(Reply.class, "thread", "2015-00"), null);
    }

    private void transactionCancelled() throws Exception {
        TransactionCanceledException cancelled = Story.refused(TransactionCanceledException.class,
                () -> store.mapper.transactionWrite(new TransactionWriteRequest()
                        .addPut(item(6))
                        .addConditionCheck(new Reply("thread", "2015-01", null, null), where("PostedBy = :user", "User A"))));
        Story.equal(cancelled.getCancellationReasons().stream().map(CancellationReason::getCode).toList(),
                List.of("None", "ConditionalCheckFailed"));
        Story.equal(store.mapper.load(CatalogItem.class, 6), null);
    }

    private void transactionLoad() {
        List<Object> found = store.mapper.transactionLoad(new TransactionLoadRequest()
                .addLoad(item(5)).addLoad(new Reply("thread", "2015-07", null, null)).addLoad(item(99)));
        Story.equal(((CatalogItem) found.get(0)).getTitle(), "Book 5");
        Story.equal(((Reply) found.get(1)).getPostedBy(), "User B");
        Story.equal(found.get(2), null);
    }

    private void batchDelete() {
        Collection<Reply> replies = new ArrayList<>(store.mapper.scan(Reply.class,
                new DynamoDBScanExpression()));
        Story.equal(store.mapper.batchDelete(replies), List.of());
        Story.equal(store.mapper.count(Reply.class,
                new DynamoDBScanExpression()), 0);
    }

    private void deleteTable() {
        DeleteTableRequest request = store.mapper.generateDeleteTableRequest(Reply.class);
        Story.equal(TableUtils.deleteTableIfExists(store.client, request), true);
    }

    private static DynamoDBTransactionWriteExpression where(String condition, String user) {
        return new DynamoDBTransactionWriteExpression().withConditionExpression(condition)
                .withExpressionAttributeValues(Map.of(":user", Store.s(user)));
    }

    private static CatalogItem item(int id) {
        CatalogItem item = new CatalogItem();
        item.setId(id);
        item.setTitle("Book " + id);
        return item;
    }
}
