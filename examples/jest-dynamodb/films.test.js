// Tests of a program that keeps films in DynamoDB. The server runs from before the first test to after the last.
const { ListTagsOfResourceCommand, TagResourceCommand, DescribeTableCommand, DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocument } = require('@aws-sdk/lib-dynamodb');
const { port } = require('./jest-dynamodb-config');

const client = new DynamoDBClient({
  endpoint: `http://localhost:${port}`,
  region: 'local-env',
  credentials: { accessKeyId: 'fakeMyKeyId', secretAccessKey: 'fakeSecretAccessKey' },
});
const films = DynamoDBDocument.from(client);

beforeAll(async () => {
  for (const [year, title] of [[1931, 'M'], [1927, 'Metropolis'], [1922, 'Dr. Mabuse']]) {
    await films.put({ TableName: 'films', Item: { director: 'Lang', year, title } });
  }
});

afterAll(() => client.destroy());

test('films are found by director, in order', async () => {
  const found = await films.query({
    TableName: 'films',
    KeyConditionExpression: 'director = :d AND #y > :y',
    ExpressionAttributeNames: { '#y': 'year' },
    ExpressionAttributeValues: { ':d': 'Lang', ':y': 1925 },
  });
  expect(found.Items.map((film) => film.title)).toEqual(['Metropolis', 'M']);
});

test('a film is not overwritten', async () => {
  const again = films.put({
    TableName: 'films',
    Item: { director: 'Lang', year: 1931 },
    ConditionExpression: 'attribute_not_exists(director)',
  });
  await expect(again).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
});

test('tables have tags, which DynamoDB Local 2.6 refuses: this is ddbsql', async () => {
  const { Table: table } = await client.send(new DescribeTableCommand({ TableName: 'films' }));
  const tags = [{ Key: 'owner', Value: 'archive' }];
  await client.send(new TagResourceCommand({ ResourceArn: table.TableArn, Tags: tags }));
  const listed = await client.send(new ListTagsOfResourceCommand({ ResourceArn: table.TableArn }));
  expect(listed.Tags).toEqual(tags);
});
