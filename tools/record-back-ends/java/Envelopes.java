import java.util.List;

/** Envelopes: the usual classes of Spring programs. */
class Envelopes {
    public static class Result {
        public int code = 200;
        public String msg = "操作成功";
        public Object data;
        public boolean success = true;
        public long timestamp = 1764379151000L;

        Result(Object data) {
            this.data = data;
        }
    }

    /** Has the properties of Spring Data's `PageImpl`, which Debian does not package. */
    public static class Page {
        public List<Object> content;
        public Object pageable = "INSTANCE";
        public boolean last = true;
        public int totalPages = 1;
        public long totalElements = 1;
        public int size = 1;
        public int number = 0;
        public boolean first = true;
        public int numberOfElements = 1;
        public boolean empty = false;

        Page(Object record) {
            this.content = List.of(record);
        }
    }
}
