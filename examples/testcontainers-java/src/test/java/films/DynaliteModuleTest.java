package films;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.KeySchemaElement;
import com.amazonaws.services.dynamodbv2.model.KeyType;
import com.amazonaws.services.dynamodbv2.model.ScalarAttributeType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testcontainers.dynamodb.DynaliteContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The same with the module for DynamoDB that Testcontainers for Java has, which runs dynalite's image as a rule. */
@Testcontainers
class DynaliteModuleTest {
  /** Dynalite listens on port 4567, which is where the module looks for it. */
  @Container
  private static final DynaliteContainer SERVER =
      new DynaliteContainer(Images.DDBSQL.asCompatibleSubstituteFor("quay.io/testcontainers/dynalite"))
          .withEnv("DDBSQL_LISTEN", "0.0.0.0:4567");

  @Test
  void aFilmIsKept() {
    AmazonDynamoDB db = SERVER.getClient();
    db.createTable(
        new CreateTableRequest()
            .withTableName("films")
            .withBillingMode(BillingMode.PAY_PER_REQUEST)
            .withAttributeDefinitions(new AttributeDefinition("title", ScalarAttributeType.S))
            .withKeySchema(new KeySchemaElement("title", KeyType.HASH)));
    var metropolis = Map.of("title", new AttributeValue("Metropolis"), "year", new AttributeValue().withN("1927"));
    db.putItem("films", metropolis);
    var key = Map.of("title", new AttributeValue("Metropolis"));
    assertEquals(metropolis, db.getItem("films", key).getItem());
  }
}
