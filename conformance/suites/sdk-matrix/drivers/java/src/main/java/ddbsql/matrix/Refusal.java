package ddbsql.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The service's refusal of a call, as JSON: {"type": .., "message": .., "members": {..}}. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final transient DynamoDbException cause;

    private Refusal(DynamoDbException cause) {
        super(cause);
        this.cause = cause;
    }

    /** The service's refusal. An error that has not come from the service is thrown as it is. */
    static Refusal of(DynamoDbException error) {
        if (error.awsErrorDetails() == null) {
            throw error;
        }
        return new Refusal(error);
    }

    JsonNode json() {
        AwsErrorDetails details = cause.awsErrorDetails();
        ObjectNode json = WireWriter.JSON.objectNode();
        json.put("type", details.errorCode()).put("message", details.errorMessage());
        json.set("members", WireWriter.object(cause));
        return json;
    }

    /**
     * Whether the error came as an instance of the class that the SDK has for a type of errors; true if it has none.
     *
     * @param type the service's name of the error
     */
    boolean isOfClassFor(String type) {
        String name = Plain.MODEL + type;
        for (String candidate : new String[] {name, name + "Exception"}) {
            try {
                return Class.forName(candidate).isInstance(cause);
            } catch (ClassNotFoundException absent) {
                // Not every type of errors has a class.
            }
        }
        return true;
    }
}
