import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The model of a back end. The classes of `type` and `createdAt` depend on the recording. */
@SuppressWarnings("unchecked")
public class Customer {
    public Long id;
    public String customerNo;
    public String name;
    public String description;
    public String from;
    public String managerName;
    public Long managerId;
    public List<String> departmentPath;
    public Long industry_id;
    public List<String> industryPath;
    public List<String> area;
    public List<String> areaCode;
    public String partnerRelationship;
    public BigDecimal totalTurnover;
    public Long transactionNumber;
    public Integer rank;
    public String levelName;
    public Object type;
    public List<Long> followers;
    public List<Follower> followerNames;
    public Object createdAt;
    public BigDecimal outstandingReceivables;
    public BigDecimal retentionMoney;
    public String advantageousIndustry;
    public String creditSituation;

    public static class Follower {
        public Long id;
        public String name;

        /** json-lib reads getters; the other libraries read fields. */
        public Long getId() {
            return id;
        }

        public String getName() {
            return name;
        }
    }

    /** Reads a canonical customer; `createdAt` converts the text to the class of the recording. */
    static Customer of(Map<String, Object> canonical, Function<Object, Object> createdAt) {
        Customer customer = new Customer();
        customer.id = Long.valueOf((String) canonical.get("id"));
        customer.customerNo = (String) canonical.get("customerNo");
        customer.name = (String) canonical.get("name");
        customer.description = (String) canonical.get("description");
        customer.from = (String) canonical.get("from");
        customer.managerName = (String) canonical.get("managerName");
        customer.managerId = integer(canonical.get("managerId"));
        customer.departmentPath = (List<String>) canonical.get("departmentPath");
        customer.industry_id = integer(canonical.get("industry_id"));
        customer.industryPath = (List<String>) canonical.get("industryPath");
        customer.area = (List<String>) canonical.get("area");
        customer.areaCode = (List<String>) canonical.get("areaCode");
        customer.partnerRelationship = (String) canonical.get("partnerRelationship");
        customer.totalTurnover = decimal(canonical.get("totalTurnover"));
        customer.transactionNumber = integer(canonical.get("transactionNumber"));
        customer.rank = canonical.get("rank") == null ? null : Integer.valueOf((String) canonical.get("rank"));
        customer.levelName = (String) canonical.get("levelName");
        customer.type = CustomerType.valueOf((String) canonical.get("type"));
        customer.createdAt = createdAt.apply(canonical.get("createdAt"));
        customer.outstandingReceivables = decimal(canonical.get("outstandingReceivables"));
        customer.retentionMoney = decimal(canonical.get("retentionMoney"));
        customer.advantageousIndustry = (String) canonical.get("advantageousIndustry");
        customer.creditSituation = (String) canonical.get("creditSituation");
        if (canonical.get("followers") != null) {
            customer.followers = ((List<String>) canonical.get("followers")).stream().map(Long::valueOf).collect(Collectors.toList());
            customer.followerNames = ((List<Map<String, String>>) canonical.get("followerNames")).stream().map(each -> {
                Follower follower = new Follower();
                follower.id = Long.valueOf(each.get("id"));
                follower.name = each.get("name");
                return follower;
            }).collect(Collectors.toList());
        }
        return customer;
    }

    private static Long integer(Object digits) {
        return digits == null ? null : Long.valueOf((String) digits);
    }

    private static BigDecimal decimal(Object digits) {
        return digits == null ? null : new BigDecimal((String) digits);
    }
}
