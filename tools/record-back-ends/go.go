// Go's encoding/json: structs with and without tags, sql.Null*, time.Time and its zero, omitempty, ",string", json.Number, untyped maps.
package main

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"time"
)

const samples = "../../samples/back-ends"

type follower struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
}

type customer map[string]any

// fields lists the fields of a customer in struct order, with their keys.
var fields = []struct{ name, key string }{
	{"ID", "id"}, {"CustomerNo", "customerNo"}, {"Name", "name"}, {"Description", "description"}, {"From", "from"},
	{"ManagerName", "managerName"}, {"ManagerID", "managerId"}, {"DepartmentPath", "departmentPath"}, {"IndustryID", "industry_id"},
	{"IndustryPath", "industryPath"}, {"Area", "area"}, {"AreaCode", "areaCode"}, {"PartnerRelationship", "partnerRelationship"},
	{"TotalTurnover", "totalTurnover"}, {"TransactionNumber", "transactionNumber"}, {"Rank", "rank"}, {"LevelName", "levelName"},
	{"Type", "type"}, {"Followers", "followers"}, {"FollowerNames", "followerNames"}, {"CreatedAt", "createdAt"},
	{"OutstandingReceivables", "outstandingReceivables"}, {"RetentionMoney", "retentionMoney"},
	{"AdvantageousIndustry", "advantageousIndustry"}, {"CreditSituation", "creditSituation"},
}

var integers = map[string]bool{"managerId": true, "industry_id": true, "transactionNumber": true, "rank": true}

// customerType has no MarshalText, so it is encoded as its number.
type customerType int

var customerTypes = map[string]customerType{"CLIENT": 0, "TARGET_CUSTOMER": 1, "PROSPECT": 2}

// values converts a canonical value to the Go value of a field.
type values func(key string, canonical any) any

// plain converts a missing value to the zero value of its type, as in structs without pointers.
func plain(key string, canonical any) any {
	text, _ := canonical.(string)
	switch {
	case key == "createdAt":
		moment, _ := parse(canonical)
		return moment
	case key == "followers":
		return ids(canonical)
	case key == "followerNames":
		return followers(canonical)
	case strings.HasSuffix(key, "Path") || strings.HasPrefix(key, "area"):
		return texts(canonical)
	case integers[key]:
		number, _ := strconv.ParseInt(text, 10, 64)
		return number
	case key == "totalTurnover":
		number, _ := strconv.ParseFloat(text, 64)
		return number
	}
	return text
}

// pointers converts a missing value to nil.
func pointers(key string, canonical any) any {
	value := reflect.ValueOf(plain(key, canonical))
	if value.Kind() == reflect.Slice {
		return value.Interface()
	}
	pointer := reflect.New(value.Type())
	if canonical == nil {
		return reflect.Zero(pointer.Type()).Interface()
	}
	pointer.Elem().Set(value)
	return pointer.Interface()
}

func sqlNull(key string, canonical any) any {
	switch value := plain(key, canonical).(type) {
	case string:
		return sql.NullString{String: value, Valid: canonical != nil}
	case int64:
		return sql.NullInt64{Int64: value, Valid: canonical != nil}
	case float64:
		return sql.NullFloat64{Float64: value, Valid: canonical != nil}
	case time.Time:
		return sql.NullTime{Time: value, Valid: !value.IsZero()}
	default:
		return value
	}
}

func utc(key string, canonical any) any {
	if moment, ok := plain(key, canonical).(time.Time); ok && !moment.IsZero() {
		return moment.UTC()
	}
	return pointers(key, canonical)
}

func milliseconds(key string, canonical any) any {
	if key != "createdAt" {
		return pointers(key, canonical)
	}
	moment, ok := parse(canonical)
	if !ok {
		return int64(0)
	}
	return moment.UnixMilli()
}

func numberedType(key string, canonical any) any {
	if key == "type" {
		return customerTypes[canonical.(string)]
	}
	return pointers(key, canonical)
}

func number(key string, canonical any) any {
	if text, ok := canonical.(string); ok && (integers[key] || key == "totalTurnover") {
		return json.Number(text)
	}
	return pointers(key, canonical)
}

func parse(canonical any) (time.Time, bool) {
	text, _ := canonical.(string)
	moment, err := time.ParseInLocation("2006-01-02 15:04:05.999999", text, time.Local)
	return moment, err == nil
}

func texts(canonical any) (result []string) {
	if list, ok := canonical.([]any); ok {
		result = []string{}
		for _, each := range list {
			result = append(result, each.(string))
		}
	}
	return
}

func ids(canonical any) (result []int64) {
	for _, text := range texts(canonical) {
		id, _ := strconv.ParseInt(text, 10, 64)
		result = append(result, id)
	}
	return
}

func followers(canonical any) (result []follower) {
	list, _ := canonical.([]any)
	for _, each := range list {
		id, _ := strconv.ParseInt(each.(map[string]any)["id"].(string), 10, 64)
		result = append(result, follower{id, each.(map[string]any)["name"].(string)})
	}
	return
}

// object returns the struct that a back end would declare, with these tags and values.
func object(c customer, tag func(key string) string, value values) any {
	var types []reflect.StructField
	var fieldValues []reflect.Value
	for _, field := range fields {
		fieldValue := reflect.ValueOf(value(field.key, c[field.key]))
		fieldValues = append(fieldValues, fieldValue)
		types = append(types, reflect.StructField{Name: field.name, Type: fieldValue.Type(), Tag: reflect.StructTag(tag(field.key))})
	}
	result := reflect.New(reflect.StructOf(types)).Elem()
	for index, fieldValue := range fieldValues {
		result.Field(index).Set(fieldValue)
	}
	return result.Interface()
}

func tagged(key string) string    { return `json:"` + key + `"` }
func omitEmpty(key string) string { return `json:"` + key + `,omitempty"` }
func untagged(string) string      { return "" }

func stringOption(key string) string {
	if integers[key] || key == "totalTurnover" {
		return `json:"` + key + `,string"`
	}
	return tagged(key)
}

func snake(key string) string {
	var result strings.Builder
	for _, letter := range key {
		if letter >= 'A' && letter <= 'Z' {
			result.WriteByte('_')
		}
		result.WriteRune(letter)
	}
	return tagged(strings.ToLower(result.String()))
}

// untyped decodes a customer into a map, as a proxy may do: every number becomes a float64.
func untyped(c customer) any {
	var result map[string]any
	check(json.Unmarshal(marshal(object(c, tagged, number)), &result))
	return result
}

func untypedWithNumbers(c customer) any {
	var result map[string]any
	decoder := json.NewDecoder(bytes.NewReader(marshal(object(c, tagged, number))))
	decoder.UseNumber()
	check(decoder.Decode(&result))
	return result
}

func marshal(value any) []byte {
	body, err := json.Marshal(value)
	check(err)
	return body
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	var canonical struct {
		TimeZone  string
		Customers map[string]customer
	}
	text, err := os.ReadFile(samples + "/canonical.json")
	check(err)
	check(json.Unmarshal(text, &canonical))
	time.Local, err = time.LoadLocation(canonical.TimeZone)
	check(err)

	settings := map[string]func(customer) any{
		"defaults":      func(c customer) any { return object(c, tagged, plain) },
		"no-tags":       func(c customer) any { return object(c, untagged, pointers) },
		"sql-null":      func(c customer) any { return object(c, tagged, sqlNull) },
		"omitempty":     func(c customer) any { return object(c, omitEmpty, plain) },
		"string-option": func(c customer) any { return object(c, stringOption, plain) },
		"snake-case-result": func(c customer) any {
			return struct {
				Code    int    `json:"code"`
				Message string `json:"message"`
				Data    any    `json:"data"`
			}{0, "ok", object(c, snake, utc)}
		},
		"milliseconds":       func(c customer) any { return object(c, tagged, milliseconds) },
		"iota":               func(c customer) any { return object(c, tagged, numberedType) },
		"untyped-map":        untyped,
		"untyped-use-number": untypedWithNumbers,
	}
	for setting, serialize := range settings {
		folder := filepath.Join(samples, "go", setting)
		check(os.MkdirAll(folder, 0o755))
		for name, c := range canonical.Customers {
			check(os.WriteFile(filepath.Join(folder, name+".json"), marshal(serialize(c)), 0o644))
		}
	}
	check(os.WriteFile(samples+"/go/versions.json", marshal(map[string]string{"go": strings.TrimPrefix(runtime.Version(), "go")}), 0o644))
}
