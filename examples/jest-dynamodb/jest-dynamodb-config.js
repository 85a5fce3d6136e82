// What @shelf/jest-dynamodb makes before the tests. It runs `java -jar DynamoDBLocal.jar` in installPath, and downloads
// DynamoDB Local when there is no such jar.
module.exports = {
  tables: [
    {
      TableName: 'films',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'director', AttributeType: 'S' },
        { AttributeName: 'year', AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: 'director', KeyType: 'HASH' },
        { AttributeName: 'year', KeyType: 'RANGE' },
      ],
    },
  ],
  port: Number(process.env.DYNAMODB_PORT || 8000),
  installerConfig: { installPath: process.env.DYNAMODB_DIR },
};
