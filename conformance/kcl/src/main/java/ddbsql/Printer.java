package ddbsql;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.Record;
import com.amazonaws.services.dynamodbv2.streamsadapter.model.RecordAdapter;
import com.amazonaws.services.kinesis.clientlibrary.exceptions.InvalidStateException;
import com.amazonaws.services.kinesis.clientlibrary.exceptions.ShutdownException;
import com.amazonaws.services.kinesis.clientlibrary.interfaces.IRecordProcessorCheckpointer;
import com.amazonaws.services.kinesis.clientlibrary.interfaces.v2.IRecordProcessor;
import com.amazonaws.services.kinesis.clientlibrary.interfaces.v2.IShutdownNotificationAware;
import com.amazonaws.services.kinesis.clientlibrary.lib.worker.ShutdownReason;
import com.amazonaws.services.kinesis.clientlibrary.types.InitializationInput;
import com.amazonaws.services.kinesis.clientlibrary.types.ProcessRecordsInput;
import com.amazonaws.services.kinesis.clientlibrary.types.ShutdownInput;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Prints the records of one shard and notes in its lease how far it came. */
final class Printer implements IRecordProcessor, IShutdownNotificationAware {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private String shard;

    Printer(PrintStream out) {
        this.out = out;
    }

    @Override
    public void initialize(InitializationInput input) {
        shard = input.getShardId();
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
        for (var record : input.getRecords()) {
            print(((RecordAdapter) record).getInternalObject());
        }
        if (!input.getRecords().isEmpty()) {
            checkpoint(input.getCheckpointer());
        }
    }

    @Override
    public void shutdown(ShutdownInput input) {
        // A shard that ends must be checkpointed: only then are its children read.
        if (input.getShutdownReason() == ShutdownReason.TERMINATE) {
            checkpoint(input.getCheckpointer());
        }
    }

    @Override
    public void shutdownRequested(IRecordProcessorCheckpointer checkpointer) {
        checkpoint(checkpointer);
    }

    private void print(Record record) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("shard", shard);
        line.put("sequence", record.getDynamodb().getSequenceNumber());
        line.put("id", record.getEventID());
        line.put("event", record.getEventName());
        line.put("keys", flat(record.getDynamodb().getKeys()));
        line.put("old", flat(record.getDynamodb().getOldImage()));
        line.put("new", flat(record.getDynamodb().getNewImage()));
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of an item's strings and numbers; null for no item. */
    private static Map<String, String> flat(Map<String, AttributeValue> item) {
        if (item == null) {
            return null;
        }
        Map<String, String> texts = new TreeMap<>();
        item.forEach((name, value) -> texts.put(name, value.getS() != null ? value.getS() : value.getN()));
        return texts;
    }

    private static void checkpoint(IRecordProcessorCheckpointer checkpointer) {
        try {
            checkpointer.checkpoint();
        } catch (InvalidStateException | ShutdownException e) {
            throw new IllegalStateException(e);
        }
    }
}
