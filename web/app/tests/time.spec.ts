import { expect, test, type Page } from '@playwright/test'

interface Drawn { edges: string[]; nodes: { id: string }[] }

const drawn = (page: Page) => page.locator('.map-canvas').evaluate((c) => (c as unknown as { drawn: Drawn }).drawn)
const table = (page: Page) => page.locator('tr[data-edge]').evaluateAll((rows) => rows.map((r) => (r as HTMLElement).dataset.edge!).sort())
const range = (page: Page) => page.locator('.time-range')

async function open(page: Page, address: string) {
  await page.goto(address)
  await expect(page.locator('.map-canvas')).toHaveAttribute('data-painted', /[1-9]/)
  await expect(range(page)).toBeVisible()
}

test('the years go by keyboard with a spoken date, and any date is a state of its own', async ({ page }) => {
  await open(page, '/map')
  await expect(range(page)).toHaveAttribute('aria-valuetext', 'Any date')
  await range(page).focus()
  await page.keyboard.press('PageDown')
  await expect(range(page)).toHaveAttribute('aria-valuetext', /^1 [A-Z][a-z]+ \d{4}$/)
  await expect(page).toHaveURL(/as_at=\d{4}-\d\d-01/)
  await page.keyboard.press('Home')
  await expect(page).toHaveURL(/as_at=\d{4}-01-01/)
  // both sides change when the answer comes, which is after the address has changed
  await expect(async () => expect((await drawn(page)).edges.sort()).toEqual(await table(page))).toPass({ timeout: 20_000 })
  const any = page.getByRole('button', { name: 'Any date' })
  await expect(any).toHaveAttribute('aria-pressed', 'false')
  await any.click()
  await expect(page).not.toHaveURL(/as_at/)
  await expect(any).toHaveAttribute('aria-pressed', 'true')
})

test('play goes from event to event, pauses, and is one step back', async ({ page }) => {
  await open(page, '/map')
  const start = page.url()
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page).toHaveURL(/as_at=/)
  const first = page.url()
  await expect.poll(() => page.url(), { timeout: 30_000 }).not.toBe(first)
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.waitForTimeout(800)
  const stopped = page.url()
  await page.waitForTimeout(3500)
  expect(page.url()).toBe(stopped)
  await page.goBack()
  await expect(page).toHaveURL(start)
})

test('the events are a list that leads to their days', async ({ page }) => {
  await open(page, '/map')
  await page.locator('.time-list summary').click()
  const day = page.locator('.time-days button').first()
  await day.click()
  await expect(page).toHaveURL(/as_at=/)
  await expect(page.locator('.time-days li[aria-current]')).toHaveCount(1)
})

test('two days compared: marks, counts, and Back takes them off', async ({ page }) => {
  const events = await (await page.request.get('/api/events')).json()
  await open(page, `/map?as_at=${events.to + 1}-01-01`)
  const before = page.url()
  await page.getByRole('button', { name: 'Compare with…' }).click()
  await page.getByRole('button', { name: '10 years before' }).click()
  await expect(page).toHaveURL(/was=/)
  const answer = page.getByRole('region', { name: 'Difference of two days' })
  await expect(answer.locator('[data-change=came]')).toContainText(/Came\s+\d+ (body|bodies|line|lines)/)
  expect((await drawn(page)).edges.sort()).toEqual(await table(page))
  await page.goBack()
  await expect(page).toHaveURL(before)
  await expect(answer).toHaveCount(0)
})

test('nothing changed is explained', async ({ page }) => {
  await open(page, '/map?as_at=1995-01-03&was=1995-01-02')
  await expect(page.getByRole('region', { name: 'Difference of two days' })).toContainText('Nothing that is shown here changed')
})
