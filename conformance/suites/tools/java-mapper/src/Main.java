/** The cases of DynamoDBMapper: single items first, then pages, then batches and transactions. */
final class Main {
    public static void main(String[] args) {
        Story story = new Story("java-mapper");
        Store store = new Store();
        ItemCases.add(story, store);
        PageCases.add(story, store);
        GroupCases.add(story, store);
        System.exit(story.tell(store::cleanup));
    }
}
