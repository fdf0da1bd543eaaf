import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Function;

/** Jackson with `java.time`, from `jackson-datatype-jsr310`. */
class JacksonJavaTimeRecorder {
    static final LocalDateTime YEAR_ONE = LocalDateTime.of(1, 1, 1, 0, 0);

    public static void main(String[] args) throws Exception {
        var canonical = new ObjectMapper().readValue(Recording.canonical(), new TypeReference<Map<String, Object>>() {});
        var recording = new Recording("jackson-java-time", canonical);
        Function<Object, Object> local = text -> Recording.wallClock(text, YEAR_ONE);
        Function<Object, Object> date = text -> local.apply(text) == null ? null : ((LocalDateTime) local.apply(text)).toLocalDate();
        Function<Object, Object> instant = text -> Recording.date(text) == null ? null : exactInstant(text);
        Function<Object, Object> offset = text -> local.apply(text) == null ? null
            : ((LocalDateTime) local.apply(text)).atZone(Recording.ZONE).toOffsetDateTime();
        Function<Object, Object> zoned = text -> local.apply(text) == null ? null : ((LocalDateTime) local.apply(text)).atZone(Recording.ZONE);

        record(recording, "local-date-time-array", mapper(), local);
        record(recording, "local-date-time-text", mapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS), local);
        record(recording, "local-date-time-object",
            JsonMapper.builder().disable(MapperFeature.REQUIRE_HANDLERS_FOR_JAVA8_TIMES), local);
        record(recording, "local-date-array", mapper(), date);
        record(recording, "instant-number", mapper(), instant);
        record(recording, "instant-milliseconds", mapper().disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS), instant);
        record(recording, "instant-text", mapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS), instant);
        record(recording, "instant-object", JsonMapper.builder().disable(MapperFeature.REQUIRE_HANDLERS_FOR_JAVA8_TIMES), instant);
        record(recording, "offset-date-time-text", mapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS), offset);
        record(recording, "zoned-date-time-with-zone-id", mapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID), zoned);
        recording.writeVersions(Map.of("jackson-databind", PackageVersion.VERSION.toString(),
            "jackson-datatype-jsr310", com.fasterxml.jackson.datatype.jsr310.PackageVersion.VERSION.toString()));
    }

    static JsonMapper.Builder mapper() {
        return JsonMapper.builder().addModule(new JavaTimeModule());
    }

    static void record(Recording recording, String setting, JsonMapper.Builder builder, Function<Object, Object> createdAt) throws Exception {
        var mapper = builder.build();
        recording.write(setting, c -> mapper.writeValueAsString(Customer.of(c, createdAt)));
    }

    /** Returns the time with microseconds; the Unix epoch for the zero date. */
    static Instant exactInstant(Object text) {
        var time = Recording.wallClock(text, null);
        return time == null ? Instant.EPOCH : time.atZone(Recording.ZONE).toInstant();
    }
}
