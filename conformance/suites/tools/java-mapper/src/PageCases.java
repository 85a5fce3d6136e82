import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBQueryExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBScanExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.QueryResultPage;
import com.amazonaws.services.dynamodbv2.model.ComparisonOperator;
import com.amazonaws.services.dynamodbv2.model.Condition;
import com.amazonaws.services.dynamodbv2.model.TableDescription;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Many items: replies in threads, by query and scan, over the table and its indexes. */
final class PageCases {
    private static final int REPLIES = 60;

    private final Store store;

    private PageCases(Store store) {
        this.store = store;
    }

    static void add(Story story, Store store) {
        PageCases cases = new PageCases(store);
        story.add("annotations of indexes make a table with a global and a local one", "CreateTable", cases::create);
        story.add("save generates a key", "UpdateItem", cases::generatedKey);
        story.add("batchSave writes sixty items, more than one request may have", "BatchWriteItem", cases::batchSave);
        story.add("query reads a partition in order", "Query", cases::query);
        story.add("query with a range key condition", "Query", cases::queryRange);
        story.add("query with expressions, backwards", "Query", cases::queryExpressions);
        story.add("queryPage goes on from the last key", "Query", cases::queryPage);
        story.add("query of the global index", "Query", cases::queryGlobal);
        story.add("query of the local index", "Query", cases::queryLocal);
        story.add("count of a query", "Query", cases::count);
        story.add("scan with a filter", "Scan", cases::scan);
        story.add("scan with the older kind of condition", "Scan", cases::scanConditions);
        story.add("parallelScan reads each item once", "Scan", cases::parallelScan);
        story.add("scan of the global index", "Scan", cases::scanIndex);
    }

    private void create() throws Exception {
        TableDescription table = store.create(Reply.class);
        Story.equal(table.getGlobalSecondaryIndexes().get(0).getIndexName(), "PostedBy-index");
        Story.equal(table.getLocalSecondaryIndexes().get(0).getIndexName(), "Votes-index");
    }

    private void generatedKey() {
        Reply reply = new Reply("generated", null, "User G", 0);
        store.mapper.save(reply);
        Story.equal(store.mapper.load(Reply.class, "generated", reply.getReplyDateTime()).getPostedBy(), "User G");
    }

    private void batchSave() {
        List<Reply> replies = IntStream.range(0, REPLIES)
                .mapToObj(i -> new Reply("thread", "2015-%02d".formatted(i), i % 2 == 0 ? "User A" : "User B", REPLIES - i))
                .toList();
        Story.equal(store.mapper.batchSave(replies), List.of());
    }

    private void query() {
        List<Reply> found = store.mapper.query(Reply.class, thread().withLimit(7));
        Story.equal(found.size(), REPLIES);
        Story.equal(found.get(REPLIES - 1).getReplyDateTime(), "2015-59");
    }

    private void queryRange() {
        Condition between = new Condition().withComparisonOperator(ComparisonOperator.BETWEEN)
                .withAttributeValueList(Store.s("2015-10"), Store.s("2015-12"));
        List<Reply> found = store.mapper.query(Reply.class, thread().withRangeKeyCondition("ReplyDateTime", between));
        Story.equal(times(found), List.of("2015-10", "2015-11", "2015-12"));
    }

    private void queryExpressions() {
        List<Reply> found = store.mapper.query(Reply.class, new DynamoDBQueryExpression<Reply>()
                .withKeyConditionExpression("Id = :thread and begins_with(ReplyDateTime, :year)")
                .withFilterExpression("Votes > :votes and PostedBy = :user")
                .withExpressionAttributeValues(Map.of(":thread", Store.s("thread"), ":year", Store.s("2015-0"),
                        ":votes", Store.n(55), ":user", Store.s("User A")))
                .withScanIndexForward(false).withConsistentRead(true));
        Story.equal(times(found), List.of("2015-04", "2015-02", "2015-00"));
    }

    private void queryPage() {
        QueryResultPage<Reply> first = store.mapper.queryPage(Reply.class, thread().withLimit(40));
        QueryResultPage<Reply> second = store.mapper.queryPage(Reply.class,
                thread().withLimit(40).withExclusiveStartKey(first.getLastEvaluatedKey()));
        Story.equal(List.of(first.getCount(), second.getCount()), List.of(40, 20));
        Story.equal(second.getLastEvaluatedKey(), null);
    }

    private void queryGlobal() {
        List<Reply> found = store.mapper.query(Reply.class, new DynamoDBQueryExpression<Reply>()
                .withHashKeyValues(new Reply(null, null, "User B", null)).withIndexName("PostedBy-index")
                .withRangeKeyCondition("ReplyDateTime", new Condition().withComparisonOperator(ComparisonOperator.LT)
                        .withAttributeValueList(Store.s("2015-04")))
                .withConsistentRead(false));
        Story.equal(times(found), List.of("2015-01", "2015-03"));
    }

    private void queryLocal() {
        List<Reply> found = store.mapper.query(Reply.class, thread().withIndexName("Votes-index")
                .withRangeKeyCondition("Votes", new Condition().withComparisonOperator(ComparisonOperator.LE)
                        .withAttributeValueList(Store.n(2))));
        Story.equal(times(found), List.of("2015-59", "2015-58"));
    }

    private void count() {
        Story.equal(store.mapper.count(Reply.class, thread()), REPLIES);
    }

    private void scan() {
        List<Reply> found = store.mapper.scan(Reply.class, new DynamoDBScanExpression()
                .withFilterExpression("contains(ReplyDateTime, :five) and Votes between :low and :high")
                .withExpressionAttributeValues(
                        Map.of(":five", Store.s("-05"), ":low", Store.n(1), ":high", Store.n(60))));
        Story.equal(times(found), List.of("2015-05"));
    }

    private void scanConditions() {
        DynamoDBScanExpression scan = new DynamoDBScanExpression();
        scan.addFilterCondition("Votes", new Condition().withComparisonOperator(ComparisonOperator.GE)
                .withAttributeValueList(Store.n(59)));
        Story.equal(times(store.mapper.scan(Reply.class, scan)).size(), 2);
    }

    private void parallelScan() {
        List<Reply> found = store.mapper.parallelScan(Reply.class, new DynamoDBScanExpression(), 4);
        Story.equal(times(found).stream().distinct().count(), REPLIES + 1L);
        Story.equal(found.size(), REPLIES + 1);
    }

    private void scanIndex() {
        Story.equal(store.mapper.count(Reply.class, new DynamoDBScanExpression().withIndexName("PostedBy-index")
                .withConsistentRead(false)), REPLIES + 1);
    }

    private static DynamoDBQueryExpression<Reply> thread() {
        return new DynamoDBQueryExpression<Reply>().withHashKeyValues(new Reply("thread", null, null, null));
    }

    private static List<String> times(Collection<Reply> replies) {
        return replies.stream().map(Reply::getReplyDateTime).toList();
    }
}
