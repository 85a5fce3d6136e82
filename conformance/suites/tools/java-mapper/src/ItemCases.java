import static java.util.Map.entry;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.SaveBehavior;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import com.amazonaws.services.dynamodbv2.model.ResourceNotFoundException;
import com.amazonaws.services.dynamodbv2.model.TableDescription;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One item at a time: the developer guide's quick start with the product catalog. */
final class ItemCases {
    private final Store store;

    private ItemCases(Store store) {
        this.store = store;
    }

    static void add(Story story, Store store) {
        ItemCases cases = new ItemCases(store);
        story.add("load from a table that is not there is refused", "GetItem", cases::notThere);
        story.add("generateCreateTableRequest makes the catalog's table", "CreateTable", cases::create);
        story.add("save and load the quick start's item", "UpdateItem", cases::saveAndLoad);
        story.add("attributes of every kind come back as they were", "GetItem", cases::everyKind);
        story.add("load of a missing key is null", "GetItem", cases::loadMissing);
        story.add("save removes an attribute that became null", "UpdateItem", cases::saveRemoves);
        story.add("save that skips nulls keeps what is there", "UpdateItem", cases::saveSkips);
        story.add("a stale version is refused", "UpdateItem", cases::staleVersion);
        story.add("save with an expected value refuses when it differs", "UpdateItem", cases::saveExpected);
        story.add("save that puts replaces the whole item", "PutItem", cases::savePuts);
        story.add("delete with an expected value keeps the item when it differs", "DeleteItem", cases::deleteExpected);
        story.add("delete removes the item", "DeleteItem", cases::delete);
    }

    private void notThere() throws Exception {
        Story.refused(ResourceNotFoundException.class, () -> store.mapper.load(CatalogItem.class, 601));
    }

    private void create() throws Exception {
        TableDescription table = store.create(CatalogItem.class);
        Story.equal(table.getTableStatus(), "ACTIVE");
        Story.equal(table.getAttributeDefinitions().get(0).getAttributeType(), "N");
    }

    private void saveAndLoad() {
        CatalogItem item = new CatalogItem();
        item.setId(601);
        item.setTitle("Book 601");
        item.setIsbn("611-1111111111");
        item.setBookAuthors(Set.of("Author1", "Author2"));
        item.setSomeProp("not stored");
        store.mapper.save(item);
        CatalogItem found = load();
        Story.equal(found.getTitle(), "Book 601");
        Story.equal(found.getBookAuthors(), Set.of("Author1", "Author2"));
        Story.equal(found.getSomeProp(), null);
        Story.equal(found.getVersion(), 1L);
    }

    private void everyKind() {
        CatalogItem item = load();
        CatalogItem.Publisher publisher = new CatalogItem.Publisher();
        publisher.setName("Verlag für Bücher");
        publisher.setFounded(-44);
        item.setPublisher(publisher);
        item.setPrice(new BigDecimal("12345678901234567890.123456789012345678"));
        item.setInPublication(false);
        item.setDimensions(new CatalogItem.Dimensions(8, 11));
        item.setCategory(CatalogItem.Category.BOOK);
        item.setPictures(List.of("front", "back"));
        item.setRatings(Map.ofEntries(entry("five", 5), entry("none", 0)));
        item.setEditions(Set.of(1, 2, 10));
        item.setCover(ByteBuffer.wrap(new byte[] {0, 1, -1}));
        store.mapper.save(item);
        CatalogItem found = load();
        Story.equal(found.getPublisher().getName() + found.getPublisher().getFounded(), "Verlag für Bücher-44");
        Story.equal(found.getPrice(), item.getPrice());
        Story.equal(found.getInPublication(), false);
        Story.equal(found.getDimensions(), item.getDimensions());
        Story.equal(found.getCategory(), item.getCategory());
        Story.equal(found.getPictures(), item.getPictures());
        Story.equal(found.getRatings(), item.getRatings());
        Story.equal(found.getEditions(), item.getEditions());
        Story.equal(found.getCover(), item.getCover());
    }

    private void loadMissing() {
        Story.equal(store.mapper.load(CatalogItem.class, 602), null);
    }

    private void saveRemoves() {
        CatalogItem item = load();
        item.setPictures(null);
        item.setTitle("Book 601 in paper");
        store.mapper.save(item);
        Story.equal(load().getPictures(), null);
        Story.equal(load().getTitle(), "Book 601 in paper");
    }

    private void saveSkips() {
        CatalogItem part = new CatalogItem();
        part.setId(601);
        part.setVersion(load().getVersion());
        part.setIsbn("622-2222222222");
        store.mapper.save(part, SaveBehavior.UPDATE_SKIP_NULL_ATTRIBUTES.config());
        Story.equal(load().getIsbn(), "622-2222222222");
        Story.equal(load().getTitle(), "Book 601 in paper");
    }

    private void staleVersion() throws Exception {
        CatalogItem stale = load();
        store.mapper.save(load());
        stale.setTitle("lost");
        Story.refused(ConditionalCheckFailedException.class, () -> store.mapper.save(stale));
        Story.equal(load().getTitle(), "Book 601 in paper");
        Story.equal(load().getVersion(), stale.getVersion() + 1);
    }

    private void saveExpected() throws Exception {
        CatalogItem item = load();
        item.setTitle("lost");
        DynamoDBSaveExpression expected = new DynamoDBSaveExpression()
                .withExpectedEntry("ISBN", new ExpectedAttributeValue(Store.s("other")));
        Story.refused(ConditionalCheckFailedException.class, () -> store.mapper.save(item, expected));
    }

    private void savePuts() {
        CatalogItem item = new CatalogItem();
        item.setId(603);
        item.setTitle("put");
        store.mapper.save(item, SaveBehavior.PUT.config());
        Story.equal(store.mapper.load(CatalogItem.class, 603).getTitle(), "put");
    }

    private void deleteExpected() throws Exception {
        DynamoDBDeleteExpression expected = new DynamoDBDeleteExpression()
                .withExpectedEntry("ISBN", new ExpectedAttributeValue(false));
        Story.refused(ConditionalCheckFailedException.class, () -> store.mapper.delete(load(), expected));
    }

    private void delete() {
        store.mapper.delete(load());
        Story.equal(load(), null);
    }

    private CatalogItem load() {
        return store.mapper.load(CatalogItem.class, 601, DynamoDBMapperConfig.builder()
                .withConsistentReads(ConsistentReads.CONSISTENT).build());
    }
}
