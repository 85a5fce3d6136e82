import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBAttribute;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDocument;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIgnore;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConvertedEnum;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBVersionAttribute;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The developer guide's product, with an attribute of each kind and a version. */
@DynamoDBTable(tableName = "ProductCatalog")
public class CatalogItem {
    private Integer id;
    private String title;
    private String isbn;
    private Set<String> bookAuthors;
    private String someProp;
    private BigDecimal price;
    private Boolean inPublication;
    private Dimensions dimensions;
    private Category category;
    private List<String> pictures;
    private Map<String, Integer> ratings;
    private Set<Integer> editions;
    private ByteBuffer cover;
    private Publisher publisher;
    private Long version;

    /** How a product is sold; kept by its name. */
    public enum Category { BOOK, BICYCLE }

    /** Kept as one string, by the developer guide's converter. */
    public record Dimensions(int length, int width) {}

    public static class DimensionsConverter implements DynamoDBTypeConverter<String, Dimensions> {
        @Override
        public String convert(Dimensions d) {
            return d.length() + "x" + d.width();
        }

        @Override
        public Dimensions unconvert(String text) {
            String[] sides = text.split("x");
            return new Dimensions(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }
    }

    /** A document in a document. */
    @DynamoDBDocument
    public static class Publisher {
        private String name;
        private Integer founded;

        public String getName() { return name; }
        public void setName(String name) { this.name = name; }
        public Integer getFounded() { return founded; }
        public void setFounded(Integer founded) { this.founded = founded; }
    }

    @DynamoDBHashKey(attributeName = "Id")
    public Integer getId() { return id; }
    public void setId(Integer id) { this.id = id; }

    @DynamoDBAttribute(attributeName = "Title")
    public String getTitle() { return title; }
    public void setTitle(String title) { this.title = title; }

    @DynamoDBAttribute(attributeName = "ISBN")
    public String getIsbn() { return isbn; }
    public void setIsbn(String isbn) { this.isbn = isbn; }

    @DynamoDBAttribute(attributeName = "Authors")
    public Set<String> getBookAuthors() { return bookAuthors; }
    public void setBookAuthors(Set<String> bookAuthors) { this.bookAuthors = bookAuthors; }

    @DynamoDBIgnore
    public String getSomeProp() { return someProp; }
    public void setSomeProp(String someProp) { this.someProp = someProp; }

    public BigDecimal getPrice() { return price; }
    public void setPrice(BigDecimal price) { this.price = price; }

    public Boolean getInPublication() { return inPublication; }
    public void setInPublication(Boolean inPublication) { this.inPublication = inPublication; }

    @DynamoDBTypeConverted(converter = DimensionsConverter.class)
    public Dimensions getDimensions() { return dimensions; }
    public void setDimensions(Dimensions dimensions) { this.dimensions = dimensions; }

    @DynamoDBTypeConvertedEnum
    public Category getCategory() { return category; }
    public void setCategory(Category category) { this.category = category; }

    public List<String> getPictures() { return pictures; }
    public void setPictures(List<String> pictures) { this.pictures = pictures; }

    public Map<String, Integer> getRatings() { return ratings; }
    public void setRatings(Map<String, Integer> ratings) { this.ratings = ratings; }

    public Set<Integer> getEditions() { return editions; }
    public void setEditions(Set<Integer> editions) { this.editions = editions; }

    public ByteBuffer getCover() { return cover; }
    public void setCover(ByteBuffer cover) { this.cover = cover; }

    public Publisher getPublisher() { return publisher; }
    public void setPublisher(Publisher publisher) { this.publisher = publisher; }

    @DynamoDBVersionAttribute
    public Long getVersion() { return version; }
    public void setVersion(Long version) { this.version = version; }
}
