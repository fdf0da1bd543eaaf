import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.math.BigDecimal;
import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.http.ResponseEntity;

/** Jackson with `java.util.Date`. */
class JacksonRecorder {
    @JsonFormat(shape = JsonFormat.Shape.OBJECT)
    interface AsObject {}

    abstract static class PatternWithoutZone {
        @JsonFormat(pattern = "yyyy-MM-dd HH:mm:ss")
        public Object createdAt;
    }

    public static void main(String[] args) throws Exception {
        var canonical = new ObjectMapper().readValue(Recording.canonical(), new TypeReference<Map<String, Object>>() {});
        var recording = new Recording("jackson", canonical);
        var defaults = new JsonMapper();

        recording.write("defaults", c -> defaults.writeValueAsString(customer(c)));
        record(recording, "snake-case", JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
        record(recording, "upper-camel-case", JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE));
        record(recording, "lower-case", JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.LOWER_CASE));
        record(recording, "date-text", JsonMapper.builder().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS));
        record(recording, "date-format-gmt8", JsonMapper.builder()
            .defaultDateFormat(new SimpleDateFormat("yyyy-MM-dd HH:mm:ss")).defaultTimeZone(TimeZone.getTimeZone("GMT+8")));
        record(recording, "date-format-utc", JsonMapper.builder().addMixIn(Customer.class, PatternWithoutZone.class));
        record(recording, "date-format-day", JsonMapper.builder()
            .defaultDateFormat(new SimpleDateFormat("yyyy年MM月dd日")).defaultTimeZone(TimeZone.getTimeZone("GMT+8")));
        record(recording, "date-format-chinese", JsonMapper.builder()
            .defaultDateFormat(DateFormat.getDateTimeInstance(DateFormat.DEFAULT, DateFormat.DEFAULT, Locale.CHINA))
            .defaultTimeZone(TimeZone.getTimeZone("GMT+8")));
        record(recording, "date-to-string", JsonMapper.builder().addModule(new SimpleModule().addSerializer(Date.class, ToStringSerializer.instance)));
        record(recording, "non-null", JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL));
        record(recording, "non-empty", JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_EMPTY));
        record(recording, "numbers-as-text", JsonMapper.builder().enable(JsonWriteFeature.WRITE_NUMBERS_AS_STRINGS));
        record(recording, "long-and-decimal-as-text", JsonMapper.builder().addModule(new SimpleModule()
            .addSerializer(Long.class, ToStringSerializer.instance).addSerializer(BigDecimal.class, ToStringSerializer.instance)));
        recording.write("decimal-stripped", c -> defaults.writeValueAsString(stripped(c)));
        record(recording, "enum-object", JsonMapper.builder().addMixIn(CustomerType.class, AsObject.class));
        record(recording, "enum-to-string", JsonMapper.builder().enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING));
        record(recording, "enum-index", JsonMapper.builder().enable(SerializationFeature.WRITE_ENUMS_USING_INDEX));
        record(recording, "wrap-root-value", JsonMapper.builder().enable(SerializationFeature.WRAP_ROOT_VALUE));
        record(recording, "default-typing", JsonMapper.builder().activateDefaultTyping(
            LaissezFaireSubTypeValidator.instance, ObjectMapper.DefaultTyping.NON_FINAL, JsonTypeInfo.As.PROPERTY));
        recording.write("result", c -> defaults.writeValueAsString(new Envelopes.Result(customer(c))));
        recording.write("response-entity", c -> defaults.writeValueAsString(ResponseEntity.ok(customer(c))));
        recording.write("page", c -> defaults.writeValueAsString(new Envelopes.Page(customer(c))));
        recording.writeVersions(Map.of("jackson-databind", PackageVersion.VERSION.toString()));
    }

    static void record(Recording recording, String setting, JsonMapper.Builder builder) throws Exception {
        var mapper = builder.build();
        recording.write(setting, c -> mapper.writeValueAsString(customer(c)));
    }

    static Customer customer(Map<String, Object> canonical) {
        return Customer.of(canonical, Recording::date);
    }

    static Customer stripped(Map<String, Object> canonical) {
        var customer = customer(canonical);
        customer.totalTurnover = stripped(customer.totalTurnover);
        customer.outstandingReceivables = stripped(customer.outstandingReceivables);
        customer.retentionMoney = stripped(customer.retentionMoney);
        return customer;
    }

    static BigDecimal stripped(BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros();
    }
}
