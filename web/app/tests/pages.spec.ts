import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

// Every page of the sample that a person can come to.
const addresses = ['/', '/search?q=nhs', '/search?q=nothingisnamedthis', '/map', '/map?show=tda&show=monitor&selected=tda', '/map?as_at=1990-01-01&kind=Regulator',
  '/views', '/rules', '/docs', '/views/lineage', '/views/collaboratives-per-tertiary-centre', '/views/who-collaborates-with-whom?as_at=2021-04-25', '/views/people-and-posts', '/views/who-said-what-about-whom',
  '/views/evidence-per-document', '/views/standing-edges?as_at=soon', '/entities/tda', '/entities/nobody', '/edges/articles:C001', '/documents', '/documents/tda-arms-race',
  '/console', '/console?q=MATCH+(p:Person)-[r]->(e)+RETURN+p,+type(r),+e', '/console?q=CREATE+(n)', '/cypher?page=/entities/tda', '/nowhere']

/** Goes to an address and holds the page to what all pages promise. */
async function visit(page: Page, address: string) {
  const outside: string[] = []
  const faults: string[] = []
  page.on('request', (r) => { if (!new URL(r.url()).host.startsWith('127.0.0.1') && /^http/.test(r.url())) outside.push(r.url()) })
  page.on('pageerror', (e) => faults.push(e.message))
  page.on('console', (m) => { if (m.type() === 'error' && !/status of 40\d/.test(m.text())) faults.push(m.text()) })
  const response = await page.goto(address)
  const missing = address === '/nowhere' || address === '/entities/nobody'
  const refused = address.includes('as_at=soon')
  if (!address.includes('CREATE')) expect(response?.status()).toBe(missing ? 404 : refused ? 400 : 200)
  await page.waitForLoadState('load')
  if (await page.locator('[data-island=map]').count()) {
    await page.locator('[data-map-stage]').scrollIntoViewIfNeeded()
    await expect(page.locator('.map-canvas')).toHaveAttribute('data-painted', /./)
  }
  expect(outside, 'asks another host').toEqual([])
  expect(faults, 'errors in the browser').toEqual([])
}

for (const address of addresses) {
  test(`${address} is sound`, async ({ browser, baseURL }, info) => {
    // axe is injected as a script, which the pages' own policy rightly forbids.
    const context = await browser.newContext({ ...info.project.use, baseURL, bypassCSP: true })
    const page = await context.newPage()
    await visit(page, address)
    // Rows are alike, and axe takes its time over each.
    await page.evaluate(() => document.querySelectorAll('tbody, ol, ul.rows').forEach((list) => [...list.children].slice(12).forEach((row) => row.remove())))
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
    expect(violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target).join(' ')})`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'scrolls sideways').toBeLessThanOrEqual(0)
    await expect(page.locator('h1')).toHaveCount(1)
    await context.close()
  })
}

test('the policy of the pages stops nothing they need', async ({ page }) => {
  for (const address of ['/', '/map', '/entities/tda', '/views/who-collaborates-with-whom']) {
    await visit(page, address)
    await page.locator('.map-canvas').scrollIntoViewIfNeeded()
    await expect(page.locator('.map-canvas')).toHaveAttribute('data-painted', /[1-9]/)
  }
})

test('from the first question to the words in the document', async ({ page }) => {
  await page.goto('/')
  const card = page.getByRole('link', { name: 'How many provider collaboratives does each tertiary centre sit in?' })
  await card.click()
  await expect(page.locator('h1')).toContainText('How many provider collaboratives')
  await expect(page.locator('main')).toContainText('sits in 6 provider collaboratives, planned or expected')
  await page.locator('main a[href^="/edges/"]').first().click()
  await expect(page.locator('main')).toContainText('will be involved in six provider collaboratives')
  await expect(page.locator('main')).toContainText('¶10')
  await expect(page.locator('main')).toContainText('Planned or expected')
  await page.locator('main a[href^="/documents/"]').first().click()
  await expect(page.locator('main')).toContainText('How the date is known')
})

test('search as one types, by keyboard alone', async ({ page }) => {
  await page.goto('/documents')
  const input = page.locator('form[data-search] input').first()
  await input.focus()
  await page.keyboard.type('TDA')
  const option = page.getByRole('option').first()
  await expect(option).toContainText('NHS Trust Development Authority')
  await page.keyboard.press('ArrowDown')
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/entities\/tda/)
  await expect(page.locator('h1')).toHaveText('NHS Trust Development Authority')
})

test('a day is kept from page to page and narrows what is shown', async ({ page }) => {
  await page.goto('/entities/tda')
  await page.locator('input[name=as_at]').fill('2023-01-01')
  await page.locator('form[data-asat] button').click()
  await expect(page).toHaveURL(/as_at=2023-01-01/)
  await expect(page.locator('body')).toContainText('1 January 2023')
  await expect(page.locator('main')).not.toContainText('Collaborates with')
  await page.getByRole('link', { name: 'Map', exact: true }).click()
  await expect(page).toHaveURL(/as_at=2023-01-01/)
})

test('every page is complete without JavaScript', async ({ browser, baseURL }, info) => {
  const context = await browser.newContext({ ...info.project.use, baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/map')
  expect(await page.locator('tr[data-edge]').count()).toBeGreaterThan(20)
  await page.goto('/search?q=monitor')
  await page.locator('main a[href^="/entities/"]').first().click()
  await expect(page.locator('h1')).toHaveText('Monitor')
  await page.locator('main a[href^="/edges/"]').first().click()
  await expect(page.locator('main')).toContainText('Who says so')
  await context.close()
})

test('light and dark follow the system, and the reader may choose', async ({ page }, info) => {
  await page.goto('/')
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = (colour: string) => Number(colour.match(/\d+/)![0]) > 128
  expect(light(await ground())).toBe(info.project.use.colorScheme !== 'dark')
  const toggle = page.locator('[data-theme-toggle]')
  await toggle.click()
  await expect(toggle).toContainText('light')
  expect(light(await ground())).toBe(true)
  await toggle.click()
  expect(light(await ground())).toBe(false)
  await page.goto('/documents')
  expect(light(await ground()), 'kept on the next page').toBe(false)
})
