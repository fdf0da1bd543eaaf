<?php
// PHP's `json_encode` with its flags, a row from PDO, and dates as objects.

const SAMPLES = __DIR__ . '/../../samples/back-ends';
$canonical = json_decode(file_get_contents(SAMPLES . '/canonical.json'), true);
date_default_timezone_set($canonical['timeZone']);

enum CustomerType: int
{
    case CLIENT = 1;
    case TARGET_CUSTOMER = 2;
    case PROSPECT = 3;
}

/** Ids and counts as `int`; amounts stay text, as from a `DECIMAL` column. */
function withNumbers(array $customer): array
{
    foreach (['managerId', 'industry_id', 'transactionNumber', 'rank'] as $key) {
        $customer[$key] = $customer[$key] === null ? null : (int) $customer[$key];
    }
    if ($customer['followers'] !== null) {
        $customer['followers'] = array_map(intval(...), $customer['followers']);
        $customer['followerNames'] = array_map(fn ($each) => ['id' => (int) $each['id'], 'name' => $each['name']], $customer['followerNames']);
    }
    return $customer;
}

function withFloats(array $customer): array
{
    foreach (['totalTurnover', 'outstandingReceivables', 'retentionMoney'] as $key) {
        $customer[$key] = $customer[$key] === null ? null : (float) $customer[$key];
    }
    return $customer;
}

function withDate(array $customer, callable $convert): array
{
    $date = $customer['createdAt'];
    // DateTime reads MySQL's zero date as 30 November of the year before 1 BC: most models make it null.
    $customer['createdAt'] = $date === null || str_starts_with($date, '0000') ? null : $convert(new DateTimeImmutable($date));
    return $customer;
}

function withFalse(array $customer): array
{
    return array_map(fn ($value) => $value ?? false, $customer);
}

/** Converts every missing value to an empty array, as some models do. */
function withEmptyArrays(array $customer): array
{
    return array_map(fn ($value) => $value ?? [], $customer);
}

function snakeCase(array $customer): array
{
    $names = array_map(fn ($key) => strtolower(preg_replace('/[A-Z]/', '_$0', $key)), array_keys($customer));
    return array_combine($names, $customer);
}

/** Returns a row as fetched by PDO: every value is text or null, and lists are results of `GROUP_CONCAT` or JSON columns. */
function row(array $customer): array
{
    $lists = ['departmentPath', 'industryPath', 'area', 'areaCode'];
    foreach ($lists as $key) {
        $customer[$key] = $customer[$key] === null ? null : json_encode($customer[$key], JSON_UNESCAPED_UNICODE);
    }
    $followers = $customer['followerNames'] ?? [];
    unset($customer['followers'], $customer['followerNames']);

    $db = new PDO('sqlite::memory:', options: [PDO::ATTR_STRINGIFY_FETCHES => true]);
    $columns = implode(', ', array_map(fn ($key) => "\"$key\"", array_keys($customer)));
    $db->exec("CREATE TABLE customer ($columns)");
    $db->exec('CREATE TABLE follower (id INTEGER, name TEXT)');
    $db->prepare("INSERT INTO customer VALUES (" . implode(', ', array_fill(0, count($customer), '?')) . ')')->execute(array_values($customer));
    foreach ($followers as $each) {
        $db->prepare('INSERT INTO follower VALUES (?, ?)')->execute(array_values($each));
    }
    return $db->query('SELECT c.*, (SELECT group_concat(id) FROM follower) AS followers,
        (SELECT group_concat(name) FROM follower) AS followerNames FROM customer c')->fetch(PDO::FETCH_ASSOC);
}

$settings = [
    'defaults' => fn ($c) => json_encode(withFloats(withNumbers($c))),
    'pretty-unicode' => fn ($c) => json_encode(withNumbers($c), JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES),
    'numeric-check' => fn ($c) => json_encode($c, JSON_NUMERIC_CHECK),
    'force-object' => fn ($c) => json_encode(withNumbers($c), JSON_FORCE_OBJECT),
    'preserve-zero-fraction' => fn ($c) => json_encode(withFloats(withNumbers($c)), JSON_PRESERVE_ZERO_FRACTION),
    'precision-17' => function ($c) {
        ini_set('serialize_precision', 17);
        $body = json_encode(withFloats(withNumbers($c)));
        ini_restore('serialize_precision');
        return $body;
    },
    'empty-arrays' => fn ($c) => json_encode(withEmptyArrays(withNumbers($c)), JSON_UNESCAPED_UNICODE),
    'pdo-row' => fn ($c) => json_encode(row($c)),
    'date-time' => fn ($c) => json_encode(withDate(withNumbers($c), fn ($date) => $date)),
    'date-time-utc' => fn ($c) => json_encode(withDate(withNumbers($c), fn ($date) => $date->setTimezone(new DateTimeZone('UTC')))),
    'laravel-resource' => fn ($c) => json_encode(['data' => snakeCase(withDate(withNumbers($c),
        fn ($date) => $date->setTimezone(new DateTimeZone('UTC'))->format('Y-m-d\TH:i:s.u\Z')))]),
    'thinkphp-result' => fn ($c) => json_encode(['code' => 1, 'msg' => '', 'time' => '1764379151',
        'data' => withFalse(withDate(withNumbers($c), fn ($date) => $date->getTimestamp()))], JSON_UNESCAPED_UNICODE),
    'backed-enum-number' => fn ($c) => json_encode(['type' => constant("CustomerType::{$c['type']}")] + withNumbers($c)),
];

foreach ($settings as $setting => $serialize) {
    $folder = SAMPLES . "/php/$setting";
    is_dir($folder) || mkdir($folder, recursive: true);
    foreach ($canonical['customers'] as $name => $customer) {
        file_put_contents("$folder/$name.json", $serialize($customer));
    }
}
file_put_contents(SAMPLES . '/php/versions.json', json_encode(['php' => PHP_VERSION]));
