package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/** The SDK's plain clients at one address, called by an operation's name with JSON in and out. */
final class Plain implements Layer {
    /** Where the SDK has the classes of requests and errors. */
    static final String MODEL = "software.amazon.awssdk.services.dynamodb.model.";

    private static final Set<String> OF_STREAMS = Set.of("ListStreams", "DescribeStream", "GetShardIterator", "GetRecords");
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DynamoDbClient tables;
    private final DynamoDbStreamsClient streams;

    Plain(Settings settings, URI address) {
        tables = configured(DynamoDbClient.builder(), settings, address);
        streams = configured(DynamoDbStreamsClient.builder(), settings, address);
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C configured(
            B builder, Settings settings, URI address) {
        AwsBasicCredentials keys = AwsBasicCredentials.create(settings.accessKey(), settings.secretKey());
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(StaticCredentialsProvider.create(keys))
            .region(Region.of(settings.region()))
            .endpointOverride(address)
            .build();
    }

    /** The client that the Enhanced Client is built on. */
    DynamoDbClient client() {
        return tables;
    }

    @Override
    public ObjectNode perform(Step step, JsonNode input) throws Refusal {
        if (!step.member("wait").isMissingNode()) {
            return await(step.member("wait").textValue(), input);
        } else if (step.is("paginate")) {
            return pages(step.operation(), input, new Joined("Pages"));
        } else if (!step.member("segments").isMissingNode()) {
            return segments(step.member("segments").intValue(), input);
        } else if (step.is("unprocessed")) {
            return rounds(step.operation(), input);
        } else if (step.is("shards")) {
            return records(input.path("StreamArn"));
        }
        return call(step.operation(), input);
    }

    /** Performs one call. */
    ObjectNode call(String operation, JsonNode input) throws Refusal {
        return WireWriter.object((SdkPojo) invoke(operation, "", input));
    }

    /** Calls the client's method for an operation: putItem for PutItem, with a suffix queryPaginator for Query. */
    private Object invoke(String operation, String suffix, JsonNode input) throws Refusal {
        Object client = OF_STREAMS.contains(operation) ? streams : tables;
        Class<?> type = OF_STREAMS.contains(operation) ? DynamoDbStreamsClient.class : DynamoDbClient.class;
        String method = operation.substring(0, 1).toLowerCase() + operation.substring(1) + suffix;
        try {
            Class<?> request = Class.forName(MODEL + operation + "Request");
            SdkPojo builder = (SdkPojo) request.getMethod("builder").invoke(null);
            return type.getMethod(method, request).invoke(client, WireReader.build(builder, input));
        } catch (InvocationTargetException failure) {
            throw refusal(failure.getCause());
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalArgumentException("the SDK has no " + method, unknown);
        }
    }

    private static Refusal refusal(Throwable failure) {
        if (failure instanceof DynamoDbException error) {
            return Refusal.of(error);
        } else if (failure instanceof RuntimeException error) {
            throw error;
        }
        throw new IllegalStateException(failure);
    }

    private ObjectNode await(String waiter, JsonNode input) {
        DescribeTableRequest request = DescribeTableRequest.builder().tableName(input.get("TableName").textValue()).build();
        try (DynamoDbWaiter waiting = DynamoDbWaiter.builder().client(tables).overrideConfiguration(configuration -> configuration
                .backoffStrategyV2(BackoffStrategy.fixedDelay(PAUSE)).waitTimeout(PATIENCE)).build()) {
            switch (waiter) {
                case "TableExists" -> waiting.waitUntilTableExists(request);
                case "TableNotExists" -> waiting.waitUntilTableNotExists(request);
                default -> throw new IllegalArgumentException("the SDK has no waiter " + waiter);
            }
        }
        return WireWriter.JSON.objectNode();
    }

    private ObjectNode pages(String operation, JsonNode input, Joined joined) throws Refusal {
        try {
            ((Iterable<?>) invoke(operation, "Paginator", input)).forEach(page -> joined.add(WireWriter.object((SdkPojo) page)));
        } catch (DynamoDbException error) {
            throw Refusal.of(error);
        }
        return joined.json();
    }

    /** A parallel scan, one segment after the other. */
    private ObjectNode segments(int total, JsonNode input) throws Refusal {
        Joined joined = new Joined("Pages");
        for (int segment = 0; segment < total; segment++) {
            ObjectNode part = input.deepCopy();
            pages("Scan", part.put("Segment", segment).put("TotalSegments", total), joined);
        }
        return joined.json();
    }

    /** Sends a batch again with what was left unprocessed until nothing is. */
    private ObjectNode rounds(String operation, JsonNode input) throws Refusal {
        String left = operation.equals("BatchGetItem") ? "UnprocessedKeys" : "UnprocessedItems";
        Joined joined = new Joined("Rounds");
        ObjectNode next = input.deepCopy();
        while (!next.path("RequestItems").isEmpty()) {
            ObjectNode output = call(operation, next);
            joined.add(output);
            next.set("RequestItems", output.path(left));
        }
        return joined.json();
    }

    /** One GetRecords of each shard from its beginning, in the order in which DescribeStream names them. */
    private ObjectNode records(JsonNode arn) throws Refusal {
        ArrayNode records = WireWriter.JSON.arrayNode();
        ObjectNode stream = WireWriter.JSON.objectNode().set("StreamArn", arn);
        for (JsonNode shard : call("DescribeStream", stream).at("/StreamDescription/Shards")) {
            ObjectNode place = stream.deepCopy();
            place.set("ShardId", shard.get("ShardId"));
            place.put("ShardIteratorType", "TRIM_HORIZON");
            call("GetRecords", call("GetShardIterator", place).retain("ShardIterator")).path("Records").forEach(records::add);
        }
        return WireWriter.JSON.objectNode().set("Records", records);
    }
}
