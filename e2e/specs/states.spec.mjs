// Every way in which there is no customer to show: what it is called, what it says, what it offers.

import { alert, apiRequests, button, customerPath, goTo, heading } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';
import { FAILED_NETWORK, FAILED_STATUS } from '../support/watch.mjs';

const RETRY = '重试';
const ELSEWHERE = '查找其他客户';
const SIGN_IN = '去登录';

/** The message has this heading and offers exactly these ways on. */
async function expectState(page, id, name, offers) {
  await expect(heading(page)).toHaveText(name);
  await expect(alert(page)).toBeVisible();
  await expect(alert(page).getByRole('heading')).toHaveText(name);
  await expect(alert(page)).toContainText(`请求的客户ID：${id}`);
  await expect(page).toHaveTitle(new RegExp(`^${name.replace(/[()（）]/g, '.')}`));
  const offered = [
    ...(await alert(page).getByRole('button').allInnerTexts()),
    ...(await alert(page).getByRole('link').allInnerTexts()),
  ];
  expect(offered.map((text) => text.trim()).filter(Boolean)).toEqual(offers);
}

test('each status has its own message and offers', async ({ page, watch }) => {
  watch.allow(FAILED_STATUS);
  const states = [
    [['status-404', 'status-410', 'nobody', 'list', 'object', 'null', 'all-null'], '未找到该客户', [ELSEWHERE]],
    [['status-401'], '登录已过期', [RETRY, ELSEWHERE]],
    [['status-403'], '无权查看该客户', [ELSEWHERE]],
    [
      ['status-408', 'status-425', 'status-429', 'status-500', 'status-501', 'status-502', 'status-503', 'status-504'],
      '服务暂时不可用',
      [RETRY, ELSEWHERE],
    ],
    [['status-400'], '服务器拒绝了请求（400）', [ELSEWHERE]],
    [['status-418'], '服务器拒绝了请求（418）', [ELSEWHERE]],
    [['html', 'truncated', 'other-json'], '无法读取服务器的响应', [RETRY, ELSEWHERE]],
  ];
  for (const [ids, name, offers] of states) {
    for (const id of ids) {
      await test.step(id, async () => {
        await page.goto(customerPath(id));
        await expectState(page, id, name, offers);
      });
    }
  }
});

test("the server's own message is shown", async ({ page, watch }) => {
  watch.allow(FAILED_STATUS);
  await page.goto(customerPath('status-403'));
  await expect(alert(page)).toContainText('服务器消息：消息 403');
});

test('the way to another customer leads to the start page, with the focus on its heading', async ({ page, watch }) => {
  watch.allow(FAILED_STATUS);
  await page.goto(customerPath('status-404'));
  await page.getByRole('link', { name: ELSEWHERE }).click();
  await expect(heading(page)).toHaveText('查找客户');
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveURL(/\/$/);
});

test('one click on retry is one request, and the focus goes to what came', async ({ page, api, watch }) => {
  watch.allow(FAILED_STATUS);
  const second = api.held('status-503');
  api.plan('later', 'status-500', second, 'full');
  await page.goto(customerPath('later'));
  await expect(heading(page)).toHaveText('服务暂时不可用');
  expect(api.of('later')).toHaveLength(1);

  await button(page, RETRY).click();
  // While it is on its way there is the skeleton again, not the old message.
  await expect(alert(page)).toHaveCount(0);
  await expect(page.getByText('正在加载…')).toHaveCount(1);
  second.release();
  await expect(heading(page)).toHaveText('服务暂时不可用');
  await expect(heading(page)).toBeFocused();
  expect(api.of('later')).toHaveLength(2);

  await button(page, RETRY).press('Enter');
  await expect(heading(page)).toHaveText('宁波澜沧海晟智能装备集团有限公司');
  await expect(heading(page)).toBeFocused();
  expect(api.of('later')).toHaveLength(3);
});

for (const fault of ['retry-after-seconds', 'retry-after-date']) {
  test(`retry waits as long as the server asked: ${fault}`, async ({ page, api, watch }) => {
    watch.allow(FAILED_STATUS);
    api.plan('busy', fault, 'example');
    await page.goto(customerPath('busy'));
    await expect(heading(page)).toHaveText('服务暂时不可用');
    await expect(button(page, RETRY)).toHaveAttribute('aria-disabled', 'true');
    await expect(button(page, RETRY)).toHaveAccessibleDescription(/^[123] 秒后可重试$/);
    await button(page, RETRY).click({ force: true });
    await expect(button(page, RETRY)).toHaveAttribute('aria-disabled', 'true');
    expect(api.of('busy'), 'a click before the time is no request').toHaveLength(1);

    await expect(button(page, RETRY)).toHaveAttribute('aria-disabled', 'false');
    await button(page, RETRY).click();
    await expect(heading(page)).toHaveText('金职院');
    expect(api.of('busy')).toHaveLength(2);
  });
}

test('a long wait is told in minutes; a wait that is none does not disable retry', async ({ page, watch }) => {
  watch.allow(FAILED_STATUS);
  await page.goto(customerPath('retry-after-hour'));
  await expect(button(page, RETRY)).toHaveAttribute('aria-disabled', 'true');
  await expect(button(page, RETRY)).toHaveAccessibleDescription('10 分钟后可重试');
  await page.goto(customerPath('retry-after-nonsense'));
  await expect(button(page, RETRY)).toHaveAttribute('aria-disabled', 'false');
});

test('without a network: retry, and one retry by itself when it is back', async ({ page, context, api, watch }) => {
  watch.allow(FAILED_NETWORK);
  await page.goto('/');
  await expect(heading(page)).toHaveText('查找客户');
  await context.setOffline(true);
  await goTo(page, 'example');
  await expectState(page, 'example', '网络连接失败', [RETRY, ELSEWHERE]);
  expect(api.of('example')).toHaveLength(0);
  // The browser's own `online` event.
  await context.setOffline(false);
  await expect(heading(page)).toHaveText('金职院');
  await expect(heading(page)).toBeFocused();
  expect(api.of('example')).toHaveLength(1);
});

test('back online is acted on once', async ({ page, watch }) => {
  watch.allow(FAILED_NETWORK);
  await page.route('**/detail', (route) => route.abort('connectionrefused'));
  const requests = apiRequests(page);
  const comeOnline = () => page.evaluate(() => dispatchEvent(new Event('online')));
  await page.goto(customerPath('example'));
  await expect(heading(page)).toHaveText('网络连接失败');
  expect(requests).toHaveLength(1);

  await comeOnline();
  await expect.poll(() => requests.length).toBe(2);
  await expect(heading(page)).toBeFocused();
  await comeOnline();
  await expect(heading(page)).toHaveText('网络连接失败');
  // A retry by hand comes after whatever the second event may have sent.
  await button(page, RETRY).click();
  await expect(heading(page)).toBeFocused();
  expect(requests).toHaveLength(3);
});

test('other failures do not retry when the browser comes online', async ({ page, api, watch }) => {
  watch.allow(FAILED_STATUS);
  api.plan('x', 'status-404');
  await page.goto(customerPath('x'));
  await expect(heading(page)).toHaveText('未找到该客户');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await goTo(page, 'example');
  await expect(heading(page)).toHaveText('金职院');
  expect(api.of('x')).toHaveLength(1);
});

test('without an answer in time: the request is ended, and retry asks again', async ({ page, api, deploy }) => {
  const { origin } = await deploy({ config: { timeoutSeconds: 1 } });
  for (const fault of ['hang', 'hang-in-body']) {
    api.plan('late', fault, 'example');
    await page.goto(origin + customerPath('late'));
    await expectState(page, 'late', '请求超时', [RETRY, ELSEWHERE]);
    await expect.poll(() => api.of('late').map(({ aborted }) => aborted)).toEqual([true]);
    await button(page, RETRY).click();
    await expect(heading(page)).toHaveText('金职院');
    expect(api.of('late')).toHaveLength(2);
    api.reset();
  }
});

test('an answer within the time that another one had is not cut short', async ({ page, api, deploy }) => {
  const { origin } = await deploy({ config: { timeoutSeconds: 1 } });
  api.plan('second', 'hang', 'slow');
  await page.goto(origin + customerPath('second'));
  await expect(heading(page)).toHaveText('请求超时');
  await button(page, RETRY).click();
  await expect(heading(page)).toHaveText('金职院');
});

for (const first of ['address', 'move']) {
  test(`from A to B while A is slower: only B is ever shown (A by ${first})`, async ({ page, api }) => {
    const slow = api.held('full');
    api.plan('A', slow);
    await page.addInitScript(() => {
      window.seen = [];
      new MutationObserver(() => {
        const name = document.querySelector('h1')?.textContent;
        if (name && window.seen.at(-1) !== name) window.seen.push(name);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    if (first === 'move') {
      await page.goto('/');
      await goTo(page, 'A');
    } else {
      await page.goto(customerPath('A'));
    }
    await expect.poll(() => api.of('A').length).toBe(1);
    await goTo(page, 'example');
    await expect(heading(page)).toHaveText('金职院');
    await expect.poll(() => api.of('A')[0].aborted, 'A is aborted, down to the server').toBe(true);
    slow.release();
    // One more answer goes through after A's would have.
    await button(page, '刷新').click();
    await expect.poll(() => api.of('example').length).toBe(2);
    await expect(page.getByText(/^更新于/)).toBeVisible();
    await expect(heading(page)).toHaveText('金职院');
    expect(await page.evaluate(() => window.seen)).not.toContain('宁波澜沧海晟智能装备集团有限公司');
    await expect(page).toHaveTitle(/^金职院/);
    await expect(page).toHaveURL(/\/customers\/example$/);
  });
}

test('B is asked for at once, not when A has ended', async ({ page, api }) => {
  await page.goto(customerPath('hang'));
  await expect.poll(() => api.of('hang').length).toBe(1);
  await goTo(page, 'example');
  await expect(heading(page)).toHaveText('金职院');
});

test('leaving the page ends its request', async ({ page, api }) => {
  await page.goto(customerPath('hang'));
  await expect.poll(() => api.of('hang').length).toBe(1);
  expect(api.of('hang')[0].aborted).toBe(false);
  await page.getByRole('link', { name: '客户档案' }).click();
  await expect(heading(page)).toHaveText('查找客户');
  await expect.poll(() => api.of('hang')[0].aborted).toBe(true);
});

test('while loading there is a skeleton, said to be loading, and no alert', async ({ page, api }) => {
  const answer = api.held('example');
  api.plan('slow', answer);
  await page.goto(customerPath('slow'));
  await expect(page.getByRole('status').filter({ hasText: '正在加载…' })).toHaveCount(1);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(1);
  await expect(page).toHaveTitle(/^正在加载/);
  await expect(page.getByRole('alert')).toHaveCount(0);
  answer.release();
  await expect(heading(page)).toHaveText('金职院');
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
});

test('an API on another origin that cannot be reached is no network', async ({ page, deploy, watch }) => {
  watch.allow(FAILED_NETWORK);
  const nobody = 'http://127.0.0.1:9';
  const { origin } = await deploy({ config: { apiBase: nobody } });
  await page.goto(origin + customerPath('example'));
  await expectState(page, 'example', '网络连接失败', [RETRY, ELSEWHERE]);
});
