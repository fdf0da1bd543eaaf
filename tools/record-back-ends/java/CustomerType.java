/** An enum with a code for the database and a label. */
public enum CustomerType {
    CLIENT(1, "正式客户"),
    TARGET_CUSTOMER(2, "目标客户"),
    PROSPECT(3, "沟通客户");

    private final int code;
    private final String desc;

    CustomerType(int code, String desc) {
        this.code = code;
        this.desc = desc;
    }

    public int getCode() {
        return code;
    }

    public String getDesc() {
        return desc;
    }

    @Override
    public String toString() {
        return desc;
    }
}
