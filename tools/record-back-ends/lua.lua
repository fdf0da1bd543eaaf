-- lua-cjson, as gateways on OpenResty use it: an answer is decoded and encoded again.
local cjson = require 'cjson'
local samples = '../../samples/back-ends/'

local function read(path)
    local file = assert(io.open(path))
    local text = file:read '*a'
    file:close()
    return text
end

local function write(path, text)
    local file = assert(io.open(path, 'w'))
    file:write(text)
    file:close()
end

-- Makes numbers of the digits that the document has as numbers.
local function answer(customer)
    for _, key in ipairs { 'managerId', 'industry_id', 'transactionNumber', 'rank', 'totalTurnover' } do
        customer[key] = tonumber(customer[key]) or cjson.null
    end
    if customer.followers ~= cjson.null then
        for index, id in ipairs(customer.followers) do
            customer.followers[index] = tonumber(id)
            customer.followerNames[index].id = tonumber(id)
        end
    end
    return customer
end

for name, customer in pairs(cjson.decode(read(samples .. 'canonical.json')).customers) do
    os.execute('mkdir -p ' .. samples .. 'lua/defaults ' .. samples .. 'lua/result')
    write(samples .. 'lua/defaults/' .. name .. '.json', cjson.encode(answer(customer)))
    write(samples .. 'lua/result/' .. name .. '.json', cjson.encode { errcode = 0, errmsg = 'ok', data = customer })
end
write(samples .. 'lua/versions.json', cjson.encode { ['lua-cjson'] = cjson._VERSION, lua = _VERSION:match '[%d.]+' })
