import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.TableNameOverride;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.Projection;
import com.amazonaws.services.dynamodbv2.model.ProvisionedThroughput;
import com.amazonaws.services.dynamodbv2.model.ResourceNotFoundException;
import com.amazonaws.services.dynamodbv2.model.TableDescription;
import com.amazonaws.services.dynamodbv2.util.TableUtils;
import java.util.ArrayList;
import java.util.List;

/** The endpoint, a mapper whose tables have the run's prefix, and the tables that were made. */
final class Store {
    final AmazonDynamoDB client = AmazonDynamoDBClientBuilder.standard() // credentials are in the environment
            .withEndpointConfiguration(new EndpointConfiguration(
                    System.getenv("CONFORMANCE_URL"), System.getenv("CONFORMANCE_REGION")))
            .build();
    final DynamoDBMapper mapper = new DynamoDBMapper(client, DynamoDBMapperConfig.builder()
            .withTableNameOverride(TableNameOverride.withTableNamePrefix(System.getenv("CONFORMANCE_PREFIX") + "mapper-"))
            .build());
    private final List<String> made = new ArrayList<>();

    /** Makes the table of a class as its annotations say, with all attributes in its global indexes, and waits for it. */
    TableDescription create(Class<?> annotated) throws InterruptedException {
        ProvisionedThroughput units = new ProvisionedThroughput(1L, 1L);
        CreateTableRequest request = mapper.generateCreateTableRequest(annotated).withProvisionedThroughput(units);
        if (request.getGlobalSecondaryIndexes() != null) {
            request.getGlobalSecondaryIndexes().forEach(index -> index
                    .withProvisionedThroughput(units).withProjection(new Projection().withProjectionType("ALL")));
        }
        made.add(request.getTableName());
        Story.equal(TableUtils.createTableIfNotExists(client, request), true);
        TableUtils.waitUntilActive(client, request.getTableName(), 60_000, 500);
        return client.describeTable(request.getTableName()).getTable();
    }

    void cleanup() {
        for (String name : made) {
            try {
                client.deleteTable(name);
            } catch (ResourceNotFoundException gone) {
                System.err.println(name + " is gone already");
            }
        }
    }

    static AttributeValue s(String text) {
        return new AttributeValue().withS(text);
    }

    static AttributeValue n(int number) {
        return new AttributeValue().withN(String.valueOf(number));
    }
}
