import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;

/** Reads the canonical customers and writes recordings. */
class Recording {
    static final Path SAMPLES = Path.of("../../samples/back-ends");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    interface Serializer {
        String serialize(Map<String, Object> canonical) throws Exception;
    }

    final String backEnd;
    final Map<String, Map<String, Object>> customers;

    @SuppressWarnings("unchecked")
    Recording(String backEnd, Map<String, Object> canonical) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
        this.backEnd = backEnd;
        this.customers = (Map<String, Map<String, Object>>) canonical.get("customers");
    }

    static String canonical() throws IOException {
        return Files.readString(SAMPLES.resolve("canonical.json"));
    }

    void write(String setting, Serializer serializer) throws Exception {
        Path folder = Files.createDirectories(SAMPLES.resolve(backEnd).resolve(setting));
        for (Map.Entry<String, Map<String, Object>> customer : customers.entrySet()) {
            String body = serializer.serialize(customer.getValue());
            Files.write(folder.resolve(customer.getKey() + ".json"), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    void writeVersions(Map<String, String> versions) throws IOException {
        String entries = versions.entrySet().stream()
            .map(entry -> '"' + entry.getKey() + "\": \"" + entry.getValue() + '"')
            .collect(Collectors.joining(", ", "{", ", \"java\": \"" + Runtime.version() + "\"}"));
        Files.writeString(SAMPLES.resolve(backEnd).resolve("versions.json"), entries);
    }

    /** Returns `createdAt`, or the given value for the zero date. */
    static LocalDateTime wallClock(Object canonical, LocalDateTime zero) {
        if (canonical == null) {
            return null;
        }
        String text = (String) canonical;
        return text.startsWith("0000") ? zero : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    /** Returns `createdAt` as a `Date`, as in most models; `new Date(0)` for the zero date. */
    static Date date(Object canonical) {
        if (canonical != null && ((String) canonical).startsWith("0000")) {
            return new Date(0);
        }
        LocalDateTime time = wallClock(canonical, null);
        return time == null ? null : Date.from(time.atZone(ZONE).toInstant());
    }
}
