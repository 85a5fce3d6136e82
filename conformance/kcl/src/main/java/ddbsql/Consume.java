package ddbsql;

import com.amazonaws.auth.AWSCredentialsProvider;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreamsClientBuilder;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.streamsadapter.AmazonDynamoDBStreamsAdapterClient;
import com.amazonaws.services.dynamodbv2.streamsadapter.StreamsWorkerFactory;
import com.amazonaws.services.kinesis.clientlibrary.lib.worker.InitialPositionInStream;
import com.amazonaws.services.kinesis.clientlibrary.lib.worker.KinesisClientLibConfiguration;
import com.amazonaws.services.kinesis.clientlibrary.lib.worker.Worker;
import com.amazonaws.services.kinesis.metrics.impl.NullMetricsFactory;
import com.amazonaws.services.kinesis.metrics.interfaces.MetricsLevel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads a stream with the Kinesis Client Library and the DynamoDB Streams adapter, and prints each record as one line of JSON. The
 * library keeps its leases in a table of the same server. Arguments: the server's URL, the stream's ARN. It ends when standard input does.
 */
public final class Consume {
    private static final String REGION = "us-east-1";

    public static void main(String[] args) throws Exception {
        EndpointConfiguration endpoint = new EndpointConfiguration(args[0], REGION);
        AWSCredentialsProvider keys = new AWSStaticCredentialsProvider(new BasicAWSCredentials("streams", "streams"));
        ExecutorService threads = Executors.newCachedThreadPool();
        Worker worker = StreamsWorkerFactory.createDynamoDbStreamsWorker(
                () -> new Printer(System.out),
                configuration(args[1], keys),
                new AmazonDynamoDBStreamsAdapterClient(
                        AmazonDynamoDBStreamsClientBuilder.standard().withCredentials(keys).withEndpointConfiguration(endpoint).build()),
                AmazonDynamoDBClientBuilder.standard().withCredentials(keys).withEndpointConfiguration(endpoint).build(),
                new NullMetricsFactory(),
                threads);
        Thread thread = new Thread(worker, "worker");
        thread.start();
        while (System.in.read() >= 0) {
            // Only its end matters.
        }
        worker.startGracefulShutdown().get();
        thread.join();
        threads.shutdown();
    }

    private static KinesisClientLibConfiguration configuration(String stream, AWSCredentialsProvider keys) {
        return new KinesisClientLibConfiguration("kcl-leases", stream, keys, "worker-1")
                .withInitialPositionInStream(InitialPositionInStream.TRIM_HORIZON)
                .withBillingMode(BillingMode.PAY_PER_REQUEST)
                .withMetricsLevel(MetricsLevel.NONE)
                .withMaxRecords(1000)
                .withIdleTimeBetweenReadsInMillis(100)
                .withParentShardPollIntervalMillis(500)
                .withShardSyncIntervalMillis(1000);
    }
}
