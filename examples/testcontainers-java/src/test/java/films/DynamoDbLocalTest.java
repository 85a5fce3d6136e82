package films;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** Tests of a program that keeps films in DynamoDB, as they are written for the image of DynamoDB Local. */
@Testcontainers
class DynamoDbLocalTest {
  /** All that makes the server ddbsql is the name of the image; with it, the command is DynamoDB Local's. */
  @Container
  private static final GenericContainer<?> SERVER =
      new GenericContainer<>(Images.DDBSQL)
          .withCommand("-jar DynamoDBLocal.jar -inMemory -sharedDb")
          .withExposedPorts(8000);

  private DynamoDbClient db;

  @BeforeEach
  void createFilms() {
    db =
        DynamoDbClient.builder()
            .endpointOverride(URI.create("http://" + SERVER.getHost() + ":" + SERVER.getMappedPort(8000)))
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .build();
    db.createTable(
        table ->
            table
                .tableName("films")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    a -> a.attributeName("director").attributeType(ScalarAttributeType.S),
                    a -> a.attributeName("year").attributeType(ScalarAttributeType.N))
                .keySchema(
                    k -> k.attributeName("director").keyType(KeyType.HASH),
                    k -> k.attributeName("year").keyType(KeyType.RANGE)));
  }

  @AfterEach
  void deleteFilms() {
    db.deleteTable(table -> table.tableName("films"));
    db.close();
  }

  @Test
  void filmsAreFoundByDirectorInOrder() {
    Map.of("1931", "M", "1927", "Metropolis", "1922", "Dr. Mabuse")
        .forEach((year, title) -> db.putItem(put -> put.tableName("films").item(film(year, title))));
    var found =
        db.query(
            query ->
                query
                    .tableName("films")
                    .keyConditionExpression("director = :d AND #y > :y")
                    .expressionAttributeNames(Map.of("#y", "year"))
                    .expressionAttributeValues(
                        Map.of(":d", AttributeValue.fromS("Lang"), ":y", AttributeValue.fromN("1925"))));
    assertEquals(
        List.of("Metropolis", "M"), found.items().stream().map(film -> film.get("title").s()).toList());
  }

  @Test
  void aFilmIsNotOverwritten() {
    db.putItem(put -> put.tableName("films").item(film("1931", "M")));
    assertThrows(
        ConditionalCheckFailedException.class,
        () ->
            db.putItem(
                put ->
                    put.tableName("films")
                        .item(film("1931", "M"))
                        .conditionExpression("attribute_not_exists(director)")));
  }

  /** DynamoDB has tags, DynamoDB Local 2.6 refuses them: this is ddbsql. */
  @Test
  void tablesHaveTags() {
    var arn = db.describeTable(table -> table.tableName("films")).table().tableArn();
    var owner = Tag.builder().key("owner").value("archive").build();
    db.tagResource(resource -> resource.resourceArn(arn).tags(owner));
    assertEquals(List.of(owner), db.listTagsOfResource(resource -> resource.resourceArn(arn)).tags());
  }

  private static Map<String, AttributeValue> film(String year, String title) {
    return Map.of(
        "director", AttributeValue.fromS("Lang"),
        "year", AttributeValue.fromN(year),
        "title", AttributeValue.fromS(title));
  }
}
