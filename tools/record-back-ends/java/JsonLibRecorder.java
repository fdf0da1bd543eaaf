import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sf.json.JSONObject;
import net.sf.json.JsonConfig;

/** json-lib, which older Struts and Spring programs use: a `java.util.Date` becomes an object of its parts. */
class JsonLibRecorder {
    @SuppressWarnings("unchecked")
    public static void main(String[] args) throws Exception {
        var recording = new Recording("json-lib", JSONObject.fromObject(Recording.canonical()));
        recording.write("defaults", c -> JSONObject.fromObject(fields(c)).toString());
        recording.write("result", c -> {
            var result = new LinkedHashMap<String, Object>();
            result.put("success", true);
            result.put("msg", "");
            result.put("obj", fields(c));
            return JSONObject.fromObject(result).toString();
        });
        recording.writeVersions(Map.of("json-lib", "2.4"));
    }

    static Map<String, Object> fields(Map<String, Object> canonical) throws Exception {
        var texts = new HashMap<String, Object>(canonical);
        texts.replaceAll((key, value) -> net.sf.json.JSONNull.getInstance().equals(value) ? null : value);
        var customer = Customer.of(texts, Recording::date);
        var result = new LinkedHashMap<String, Object>();
        for (var field : Customer.class.getFields()) {
            result.put(field.getName(), field.get(customer));
        }
        return result;
    }
}
