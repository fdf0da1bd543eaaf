import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.LongSerializationPolicy;
import com.google.gson.ToNumberPolicy;
import com.google.gson.internal.GsonBuildConfig;
import java.text.DateFormat;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Map;

/** Gson. The form of its dates depends on the JDK: with the argument `java-8`, only that of JDK 8 is recorded. */
class GsonRecorder {
    @SuppressWarnings("unchecked")
    public static void main(String[] args) throws Exception {
        var recording = new Recording("gson", new Gson().fromJson(Recording.canonical(), Map.class));
        if (args.length > 0) {
            record(recording, "java-8-dates", new GsonBuilder());
            return;
        }
        record(recording, "defaults", new GsonBuilder());
        record(recording, "serialize-nulls", new GsonBuilder().serializeNulls().disableHtmlEscaping());
        record(recording, "lower-case-with-underscores", new GsonBuilder().setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES));
        record(recording, "date-format-long", new GsonBuilder().setDateFormat(DateFormat.LONG, DateFormat.LONG));
        record(recording, "date-format-pretty", new GsonBuilder().setDateFormat("yyyy-MM-dd HH:mm:ss").setPrettyPrinting());
        record(recording, "long-as-text", new GsonBuilder().setLongSerializationPolicy(LongSerializationPolicy.STRING));

        var nulls = new GsonBuilder().serializeNulls();
        recording.write("untyped-map", c -> nulls.create().toJson(nulls.create().fromJson(nulls.create().toJson(customer(c)), Map.class)));
        var lazy = nulls.setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER).create();
        recording.write("untyped-map-lazily-parsed", c -> lazy.toJson(lazy.fromJson(lazy.toJson(customer(c)), Map.class)));

        recording.write("local-date-time", c -> new Gson().toJson(Customer.of(c, text -> Recording.wallClock(text, LocalDateTime.of(1, 1, 1, 0, 0)))));
        recording.write("instant", c -> new Gson().toJson(Customer.of(c, text -> text == null ? null : Recording.date(text).toInstant())));
        recording.write("offset-date-time", c -> new Gson().toJson(Customer.of(c, text -> text == null ? null
            : Recording.wallClock(text, LocalDateTime.of(1, 1, 1, 0, 0)).atZone(Recording.ZONE).toOffsetDateTime())));
        recording.write("calendar", c -> new Gson().toJson(Customer.of(c, GsonRecorder::calendar)));
        recording.write("result", c -> new Gson().toJson(new Envelopes.Result(customer(c))));
        recording.writeVersions(Map.of("gson", GsonBuildConfig.VERSION));
    }

    static void record(Recording recording, String setting, GsonBuilder builder) throws Exception {
        var gson = builder.create();
        recording.write(setting, c -> gson.toJson(customer(c)));
    }

    static Customer customer(Map<String, Object> canonical) {
        return Customer.of(canonical, Recording::date);
    }

    static GregorianCalendar calendar(Object text) {
        Date date = Recording.date(text);
        if (date == null) {
            return null;
        }
        var calendar = new GregorianCalendar();
        calendar.setTime(date);
        return calendar;
    }
}
